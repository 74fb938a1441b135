using System.Text.Json.Serialization;

namespace ScimBridge.Mapping.Rules;

/// <summary>Says where one attribute comes from, or that it is left out.</summary>
internal sealed record AttributeRule
{
    /// <summary>The attribute as clients write it, such as <c>name.givenName</c> or <c>emails[type eq "home"].value</c>.</summary>
    public required string Attribute { get; init; }

    /// <summary>Where its value comes from; null with <see cref="Drop"/> alone.</summary>
    public ValueSource? Source { get; init; }

    /// <summary>Whether the attribute is left out.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Drop { get; init; }
}
