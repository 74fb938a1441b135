using ScimBridge.Admin.Actions;

namespace ScimBridge.Admin.Api;

/// <summary>What a check of credentials found.</summary>
/// <param name="Passed">Whether a directory can be linked by them.</param>
/// <param name="Steps">The steps, up to the one that failed if one did.</param>
internal sealed record CredentialCheckView(bool Passed, IReadOnlyList<CredentialStep> Steps)
{
    /// <summary>The check as the API shows it.</summary>
    public static CredentialCheckView Of(CredentialCheck check) => new(check.IsPassed, check.Steps);
}
