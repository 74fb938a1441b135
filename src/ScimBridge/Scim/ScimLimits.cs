namespace ScimBridge.Scim;

/// <summary>Limits of the SCIM endpoints that are no settings.</summary>
internal static class ScimLimits
{
    /// <summary>How long a client may take from one page to the next before its cursor ends (RFC 9865 section 2).</summary>
    public static readonly TimeSpan CursorLifetime = TimeSpan.FromSeconds(3600);
}
