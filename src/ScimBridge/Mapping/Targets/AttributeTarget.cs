using ScimBridge.Protocol.Resources;

namespace ScimBridge.Mapping.Targets;

/// <summary>An attribute that a rule can fill or drop.</summary>
/// <param name="Path">The one way of writing it.</param>
/// <param name="Kind">What can be put into it.</param>
/// <param name="Order">Rules apply in ascending order: what drops a whole attribute first, what describes a value after the value.</param>
/// <param name="Set">Gives a user the value, a text; null takes it away.</param>
internal sealed record AttributeTarget(string Path, TargetKind Kind, int Order, Func<ScimUser, string?, ScimUser> Set);
