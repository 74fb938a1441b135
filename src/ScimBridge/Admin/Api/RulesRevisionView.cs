namespace ScimBridge.Admin.Api;

/// <summary>One revision of a directory's rules.</summary>
internal sealed record RulesRevisionView(int Revision, DateTime SavedAt, string SavedBy, string? Note);
