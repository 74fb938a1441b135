using System.Text.Json.Serialization;
using ScimBridge.Mapping.Rules;

namespace ScimBridge.Mapping;

/// <summary>All that an admin decides about how a directory's employees become users and groups. Immutable; see <see cref="DirectoryMapping"/>.</summary>
/// <remarks>Its form in JSON is that of docs/mapping.md; see <see cref="DirectoryRulesJson"/>.</remarks>
internal sealed record DirectoryRules
{
    /// <summary>The only form of the document so far.</summary>
    public const int CurrentFormat = 1;

    /// <summary>The form of the document.</summary>
    [JsonRequired]
    public int Format { get; init; } = CurrentFormat;

    /// <summary>Attributes that are made otherwise than by default, or not at all.</summary>
    public IReadOnlyList<AttributeRule> Attributes { get; init; } = [];

    /// <summary>Whether home addresses are served; null leaves it to <see cref="UserFacts.IncludeHomeAddress"/>.</summary>
    public bool? HomeAddress { get; init; }

    /// <summary>Attributes that the directory adds to our extension.</summary>
    public IReadOnlyList<CustomAttributeRule> CustomAttributes { get; init; } = [];

    /// <summary>Which employees become users; null for all.</summary>
    public ScopeRule? Scope { get; init; }

    /// <summary>Who is a user, and who is active.</summary>
    public LifecyclePolicy Lifecycle { get; init; } = new();

    /// <summary>What people sign in with.</summary>
    public UserNameRule UserName { get; init; } = new();

    /// <summary>What groups are made from.</summary>
    public GroupSettings Groups { get; init; } = new();

    /// <summary>The rules of a directory for which nothing was decided.</summary>
    public static DirectoryRules Default { get; } = new();
}
