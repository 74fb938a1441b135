using System.Buffers;
using ScimBridge.Employees;

namespace ScimBridge.HiBob;

/// <summary>A complete read of a HiBob company, in a spool.</summary>
internal sealed class HiBobEmployeeRead(
    PeopleSpool spool,
    IReadOnlyList<PersonSlice> people,
    HiBobFieldPlan plan,
    HiBobLists lists,
    IReadOnlyList<FieldReport> reports,
    IReadOnlyList<SourceIssue> issues) : EmployeeRead
{
    /// <summary>The largest record that is read; beyond it a person is rejected.</summary>
    public const int LargestPerson = 1024 * 1024;

    private readonly PersonReader reader = new(plan, lists.ByName);

    /// <inheritdoc/>
    public override int Count => people.Count;

    /// <inheritdoc/>
    public override IReadOnlyList<string> RequestedFields => plan.WantedIds;

    /// <inheritdoc/>
    public override IReadOnlyList<CatalogueItem> Catalogue { get; } = lists.Catalogue(plan.CatalogueFields);

    /// <inheritdoc/>
    public override IReadOnlySet<string> UnreadableCatalogues { get; } = lists.Unreadable(plan.CatalogueFields);

    /// <inheritdoc/>
    public override IReadOnlyList<FieldReport> Fields => reports;

    /// <inheritdoc/>
    public override IReadOnlyList<SourceIssue> Issues => issues;

    /// <inheritdoc/>
    public override EmployeeFields Read(int index)
    {
        var person = people[index];
        if (person.Length > LargestPerson)
        {
            throw new EmployeeRejectedException(HiBobIssues.TooLarge(index, LargestPerson));
        }

        var buffer = ArrayPool<byte>.Shared.Rent(person.Length);
        try
        {
            var slice = buffer.AsSpan(0, person.Length);
            spool.Read(slice, person.Offset);
            var fields = reader.Read(slice, index);
            return person.Duplicate ? throw new EmployeeRejectedException(HiBobIssues.Duplicate(fields.EmployeeId)) : fields;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
        }
    }

    /// <inheritdoc/>
    public override ValueTask DisposeAsync()
    {
        spool.Dispose();
        return ValueTask.CompletedTask;
    }
}
