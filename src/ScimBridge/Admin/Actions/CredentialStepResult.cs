namespace ScimBridge.Admin.Actions;

/// <summary>What came of one step of checking credentials.</summary>
internal enum CredentialStepResult
{
    /// <summary>All is well.</summary>
    Passed,

    /// <summary>The directory can be linked, though something will be missing.</summary>
    Warning,

    /// <summary>The directory can't be linked like this.</summary>
    Failed,
}
