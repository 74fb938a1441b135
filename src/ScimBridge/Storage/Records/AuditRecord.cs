namespace ScimBridge.Storage.Records;

/// <summary>Somebody did something; only ever added, and purged by age.</summary>
internal sealed class AuditRecord
{
    public long Id { get; set; }

    public DateTimeOffset At { get; set; }

    /// <summary>Who: an account, an API key's name, or <c>system</c>.</summary>
    public required string Actor { get; set; }

    /// <summary>What, as a fixed code such as <c>plan.approve</c>.</summary>
    public required string Action { get; set; }

    /// <summary>The key of the directory that it was done to; kept when the directory is gone.</summary>
    public string? DirectoryKey { get; set; }

    /// <summary>What it was done to within the directory, such as the id of a plan.</summary>
    public string? Target { get; set; }

    /// <summary>More about it, in words; no secrets and no personal data beyond ids.</summary>
    public string? Detail { get; set; }

    /// <summary>The address that the request came from.</summary>
    public string? RemoteAddress { get; set; }
}
