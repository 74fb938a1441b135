namespace ScimBridge.Admin.Actions;

/// <summary>What came of entering credentials by a setup link.</summary>
/// <param name="State">Whether the link could be used; when it could not, nothing was checked.</param>
/// <param name="Check">What the check found; null when nothing was checked.</param>
/// <param name="IsLinked">Whether the directory is linked now.</param>
internal sealed record SetupAttempt(SetupLinkState State, CredentialCheck? Check, bool IsLinked);
