using ScimBridge.Mapping.Explaining;

namespace ScimBridge.Mapping.Evaluation;

/// <summary>A source, ready to be asked.</summary>
/// <param name="person">The employee.</param>
/// <param name="tried">Receives the fields that were tried, in their order; null when nobody asks.</param>
internal delegate SourceOutcome SourceReader(PersonView person, ICollection<FieldTried>? tried);
