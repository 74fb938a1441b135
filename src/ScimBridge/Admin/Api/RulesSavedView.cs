namespace ScimBridge.Admin.Api;

/// <summary>The answer to saving rules.</summary>
/// <param name="Revision">The revision in force from now on.</param>
/// <param name="RunId">The run that maps everybody by them; null before there is anybody.</param>
internal sealed record RulesSavedView(int Revision, Guid? RunId);
