using System.ComponentModel.DataAnnotations;
using ScimBridge.Admin.Actions;

namespace ScimBridge.Admin.Api;

/// <summary>A key of the admin API that is wanted.</summary>
internal sealed record ApiKeyBody : IValidatableObject
{
    /// <summary>What it is called.</summary>
    public string? Name { get; init; }

    /// <summary><c>viewer</c>, <c>operator</c> or <c>admin</c>.</summary>
    public string? Role { get; init; }

    /// <summary>In how many days it ends; without this and <see cref="ExpiresAt"/> it never does.</summary>
    [Range(1, ApiKeyActions.MostDays, ErrorMessage = "expiresInDays must lie between 1 and 3650.")]
    public int? ExpiresInDays { get; init; }

    /// <summary>When it ends; UTC unless it says otherwise.</summary>
    public DateTime? ExpiresAt { get; init; }

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (ExpiresInDays is not null && ExpiresAt is not null)
        {
            yield return new ValidationResult("Give expiresInDays or expiresAt, not both.");
        }
    }
}
