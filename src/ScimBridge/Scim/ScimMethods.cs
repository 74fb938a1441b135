namespace ScimBridge.Scim;

/// <summary>The HTTP methods that SCIM reads with.</summary>
internal static class ScimMethods
{
    /// <summary>GET, and HEAD, which a server answers like GET without the body (RFC 9110 section 9.3.2).</summary>
    public static readonly string[] Read = [HttpMethods.Get, HttpMethods.Head];

    /// <summary>The same, as the header <c>Allow</c> lists them.</summary>
    public static readonly string Allow = string.Join(", ", Read);
}
