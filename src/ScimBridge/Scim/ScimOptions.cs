namespace ScimBridge.Scim;

/// <summary>How the server is reached from outside.</summary>
internal sealed class ScimOptions
{
    /// <summary>The name of the setting that holds <see cref="PublicUrl"/>.</summary>
    public const string PublicUrlSetting = "PublicUrl";

    /// <summary>The URL under which clients reach the server, without <c>/scim/v2</c>; the request's own host when left out.</summary>
    public string? PublicUrl { get; set; }
}
