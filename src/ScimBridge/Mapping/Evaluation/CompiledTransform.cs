using ScimBridge.Mapping.Rules;

namespace ScimBridge.Mapping.Evaluation;

/// <summary>A transform, ready to be applied.</summary>
/// <param name="kind">What it does.</param>
/// <param name="apply">Makes one text of another; null when it refuses it, empty when it means to leave it out.</param>
internal sealed class CompiledTransform(TransformKind kind, Func<string, string?> apply)
{
    /// <summary>What it does.</summary>
    public TransformKind Kind { get; } = kind;

    /// <summary>What it makes of a text: null when it refuses it, empty when it means to leave it out.</summary>
    public string? Apply(string text) => apply(text);
}
