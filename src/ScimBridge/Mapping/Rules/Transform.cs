using System.Text.Json.Serialization;

namespace ScimBridge.Mapping.Rules;

/// <summary>Something that is done to a value.</summary>
internal sealed record Transform
{
    private readonly IReadOnlyDictionary<string, string>? table;

    /// <summary>What is done.</summary>
    [JsonPropertyName("transform")]
    public required TransformKind Kind { get; init; }

    /// <summary>With <see cref="TransformKind.E164"/>, the country whose numbers those without a country code are; ISO 3166-1 alpha-2.</summary>
    public string? Region { get; init; }

    /// <summary>With <see cref="TransformKind.Map"/>, what each value becomes; compared ignoring case.</summary>
    public IReadOnlyDictionary<string, string>? Table
    {
        get => table;

        // In one order, so that one table has one form.
        init => table = value is null ? null : new SortedDictionary<string, string>(value.ToDictionary(), StringComparer.Ordinal);
    }

    /// <summary>With <see cref="TransformKind.Map"/>, what all other values become; empty leaves them out, null reports them too.</summary>
    public string? Otherwise { get; init; }
}
