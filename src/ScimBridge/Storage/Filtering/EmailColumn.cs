using System.Linq.Expressions;
using ScimBridge.Protocol.Filtering;
using ScimBridge.Storage.Records;

namespace ScimBridge.Storage.Filtering;

/// <summary>The e-mail addresses of a user, in rows of their own.</summary>
/// <param name="Emails">The rows of the directory's version.</param>
/// <remarks>Written as "id among", not as "exists": SQLite then asks the index of addresses once and not once a user.</remarks>
internal sealed record EmailColumn(IQueryable<UserEmailRecord> Emails) : FilterColumn<UserRecord>
{
    /// <inheritdoc/>
    public override Expression<Func<UserRecord, bool>> IsPresent => user => Emails.Select(email => email.UserId).Contains(user.Id);

    /// <inheritdoc/>
    public override Expression<Func<UserRecord, bool>>? Compare(ComparisonOperator comparison, BoundValue value)
    {
        var key = value.Key;
        return comparison switch
        {
            ComparisonOperator.Equal =>
                user => Emails.Where(email => email.ValueKey == key).Select(email => email.UserId).Contains(user.Id),
            ComparisonOperator.NotEqual =>
                user => Emails.Where(email => email.ValueKey != key).Select(email => email.UserId).Contains(user.Id)
                    || !Emails.Select(email => email.UserId).Contains(user.Id),
            _ => null,
        };
    }
}
