namespace ScimBridge.Directories;

/// <summary>Where and as whom a directory's HiBob is read.</summary>
internal sealed class HiBobLinkOptions
{
    /// <summary>The base URL; HiBob's production API when left out.</summary>
    public string? BaseUrl { get; set; }

    /// <summary>The service user's id.</summary>
    public string? ServiceUserId { get; set; }

    /// <summary>The service user's token; kept encrypted in the store.</summary>
    public string? Token { get; set; }

    /// <summary>The secret that webhooks are signed with; kept encrypted in the store. When left out, one set otherwise stays.</summary>
    public string? WebhookSecret { get; set; }
}
