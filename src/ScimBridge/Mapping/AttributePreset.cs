using ScimBridge.Mapping.Rules;

namespace ScimBridge.Mapping;

/// <summary>A rule that an editor can offer ready-made.</summary>
/// <param name="Id">A fixed name, such as <c>private-email</c>.</param>
/// <param name="Title">What it is, for people.</param>
/// <param name="Rule">The rule.</param>
internal sealed record AttributePreset(string Id, string Title, AttributeRule Rule);
