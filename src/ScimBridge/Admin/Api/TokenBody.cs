using System.ComponentModel.DataAnnotations;

namespace ScimBridge.Admin.Api;

/// <summary>A token that is wanted.</summary>
internal sealed record TokenBody : IValidatableObject
{
    /// <summary>The most days that a token lives which has an end.</summary>
    public const int MostDays = 3650;

    private const int LongestName = 100;

    /// <summary>What it is called, such as the client that is to have it.</summary>
    public string? Name { get; init; }

    /// <summary>What it may read, in the words of <see cref="TokenScopes"/>.</summary>
    public IReadOnlyList<string?>? Scopes { get; init; }

    /// <summary>In how many days it ends; without this and <see cref="ExpiresAt"/> it never does.</summary>
    [Range(1, MostDays, ErrorMessage = "expiresInDays must lie between 1 and 3650.")]
    public int? ExpiresInDays { get; init; }

    /// <summary>When it ends; UTC unless it says otherwise.</summary>
    public DateTime? ExpiresAt { get; init; }

    /// <summary>When it ends, for one that is made now; null for never.</summary>
    public DateTimeOffset? EndOf(DateTimeOffset now) => Ending.Of(ExpiresInDays, ExpiresAt, now);

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Name?.Trim() is not { Length: > 0 and <= LongestName } name || name.Any(char.IsControl))
        {
            yield return new ValidationResult($"name must have 1 to {LongestName} characters, no control characters among them.");
        }

        if (TokenScopes.Of(Scopes) is null)
        {
            yield return new ValidationResult($"scopes must be a list of one or more of {TokenScopes.All}.");
        }

        if (ExpiresInDays is not null && ExpiresAt is not null)
        {
            yield return new ValidationResult("Give expiresInDays or expiresAt, not both.");
        }
    }
}
