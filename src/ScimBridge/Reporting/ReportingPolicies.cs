namespace ScimBridge.Reporting;

/// <summary>Names of the feed's policies.</summary>
internal static class ReportingPolicies
{
    /// <summary>A directory's SCIM token, as bearer or as the password of Basic.</summary>
    public const string Read = "Reporting.Read";
}
