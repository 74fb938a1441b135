namespace ScimBridge.Admin.Actions;

/// <summary>What a check of credentials found: its steps in order, up to the one that failed if one did.</summary>
internal sealed record CredentialCheck(IReadOnlyList<CredentialStep> Steps)
{
    /// <summary>The step that failed; null when the directory can be linked.</summary>
    public CredentialStep? Failed => Steps.FirstOrDefault(step => step.Result is CredentialStepResult.Failed);

    /// <summary>Whether the directory can be linked.</summary>
    public bool IsPassed => Failed is null;

    /// <summary>Whether something will be missing though it can be linked.</summary>
    public bool HasWarnings => Steps.Any(step => step.Result is CredentialStepResult.Warning);
}
