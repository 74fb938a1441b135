using System.Globalization;
using ScimBridge.Storage;
using ScimBridge.Storage.Records;

namespace ScimBridge.Admin.Actions;

/// <summary>A token that an admin wants, as it was typed; also the body of the API's request.</summary>
internal sealed record TokenDraft
{
    /// <summary>The most days that a token lives which has an end.</summary>
    public const int MostDays = 3650;

    /// <summary>The most attributes that a token names.</summary>
    public const int MostAttributes = 200;

    private const int LongestName = 100;
    private const int LongestAttribute = 300;

    /// <summary>What it is called, such as the client that is to have it.</summary>
    public string? Name { get; init; }

    /// <summary>What it may read, in the words of <see cref="TokenScopes"/>.</summary>
    public IReadOnlyList<string?>? Scopes { get; init; }

    /// <summary>In how many days it ends; without this and <see cref="ExpiresAt"/> it never does.</summary>
    public int? ExpiresInDays { get; init; }

    /// <summary>When it ends; UTC unless it says otherwise.</summary>
    public DateTime? ExpiresAt { get; init; }

    /// <summary>The attributes that it shows, as SCIM's parameter <c>attributes</c> names them; null for all.</summary>
    public IReadOnlyList<string?>? Attributes { get; init; }

    /// <summary>Which users and groups it shows; null for all.</summary>
    public TokenFilters? Filters { get; init; }

    /// <summary>What is wrong with it by itself, a sentence a fault.</summary>
    public IEnumerable<string> Faults()
    {
        if (Name?.Trim() is not { Length: > 0 and <= LongestName } name || name.Any(char.IsControl))
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"name must have 1 to {LongestName} characters, no control characters among them.");
        }

        if (TokenScopes.Of(Scopes) is not { } scopes)
        {
            yield return $"scopes must be a list of one or more of {TokenScopes.All}.";
        }
        else if (scopes.HasFlag(ScimTokenScopes.Reports) && !Restriction().IsNone)
        {
            yield return "Reports show everything that a directory has: leave out the scope reports, or attributes and filters. Make two tokens for a client that needs both.";
        }

        if (ExpiresInDays is < 1 or > MostDays)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"expiresInDays must lie between 1 and {MostDays}.");
        }

        if (ExpiresInDays is not null && ExpiresAt is not null)
        {
            yield return "Give expiresInDays or expiresAt, not both.";
        }

        if (Attributes is { Count: 0 or > MostAttributes } || Attributes?.Any(attribute => attribute?.Trim() is not { Length: > 0 and <= LongestAttribute }) == true)
        {
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"attributes must name 1 to {MostAttributes} attributes, each in 1 to {LongestAttribute} characters; leave it out for a token that shows all.");
        }

        if (Filters is { } filters && new[] { filters.Users, filters.Groups }.Any(filter => filter is not null && string.IsNullOrWhiteSpace(filter)))
        {
            yield return "A filter in filters must say something; leave it out for a token that shows everybody.";
        }
    }

    /// <summary>When it ends, for one that is made now; null for never.</summary>
    public DateTimeOffset? EndOf(DateTimeOffset now) => (ExpiresInDays, ExpiresAt) switch
    {
        ({ } days, _) => now.AddDays(days),
        (_, { Kind: DateTimeKind.Unspecified } moment) => new DateTimeOffset(DateTime.SpecifyKind(moment, DateTimeKind.Utc)),
        (_, { } moment) => new DateTimeOffset(moment.ToUniversalTime()),
        _ => null,
    };

    /// <summary>What it leaves of what its scopes open.</summary>
    public TokenRestriction Restriction() =>
        new(Attributes?.Select(attribute => attribute?.Trim() ?? "").Distinct(StringComparer.OrdinalIgnoreCase).ToList(), Filters?.Users?.Trim(), Filters?.Groups?.Trim());
}
