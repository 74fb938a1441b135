namespace ScimBridge.Scim;

/// <summary>What the service provider promises of its lists, in one place for those who keep it and for ServiceProviderConfig.</summary>
internal static class ScimLimits
{
    /// <summary>How long a cursor can be used, in seconds (RFC 9865, <c>cursorTimeout</c>).</summary>
    public const int CursorLifetime = 3600;
}
