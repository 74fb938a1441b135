namespace ScimBridge.Scim;

/// <summary>How the SCIM endpoints are reached and what they bear; the section <c>Scim</c>, and <see cref="PublicUrl"/> beside it.</summary>
internal sealed class ScimOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Scim";

    /// <summary>The name of the setting that holds <see cref="PublicUrl"/>.</summary>
    public const string PublicUrlSetting = "PublicUrl";

    /// <summary>The longest <see cref="MaxQueryLength"/>: what Kestrel's request line holds, with room for the path.</summary>
    public const int LongestQuery = 60 * 1024;

    /// <summary>The largest <see cref="MaxBodyBytes"/>, since a body without a declared length is kept in memory.</summary>
    public const int LargestBody = 16 * 1024 * 1024;

    /// <summary>The URL under which clients reach the server, without <c>/scim/v2</c>; the request's own host when left out.</summary>
    public string? PublicUrl { get; set; }

    /// <summary>Whether discovery, and nothing else, is open to whoever has no token.</summary>
    public bool AnonymousDiscovery { get; set; }

    /// <summary>How many requests a token may make a minute, and at once when it has been quiet; 0 for any number.</summary>
    public int RequestsPerMinute { get; set; }

    /// <summary>How long a request may take until its answer begins to be written; 1 to 600.</summary>
    public int RequestTimeoutSeconds { get; set; } = 30;

    /// <summary>The most characters of a query string as it is sent.</summary>
    public int MaxQueryLength { get; set; } = 32 * 1024;

    /// <summary>The most bytes of a request's body.</summary>
    public int MaxBodyBytes { get; set; } = 256 * 1024;

    /// <summary>How large a filter may be.</summary>
    public ScimFilterOptions Filter { get; set; } = new();

    /// <summary>Whose OAuth access tokens are taken besides the directories' own tokens.</summary>
    public ScimOAuthOptions OAuth { get; set; } = new();
}
