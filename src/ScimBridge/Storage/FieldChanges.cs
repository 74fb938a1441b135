namespace ScimBridge.Storage;

/// <summary>How what a read shows of fields differs from the read before.</summary>
/// <param name="Gone">The ids of fields that came before and now come with nobody.</param>
/// <param name="Back">The ids of fields that come again.</param>
internal sealed record FieldChanges(IReadOnlyList<string> Gone, IReadOnlyList<string> Back);
