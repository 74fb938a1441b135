namespace ScimBridge.Storage.Records;

/// <summary>A session of somebody who signed in; ended by removing it.</summary>
internal sealed class AdminSessionRecord
{
    public Guid Id { get; set; }

    public int AccountId { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>When it was last used, to a minute.</summary>
    public DateTimeOffset LastSeenAt { get; set; }

    /// <summary>When it ends unless it is used before.</summary>
    public DateTimeOffset EndsAt { get; set; }

    /// <summary>The address that it was begun from.</summary>
    public string? Address { get; set; }

    /// <summary>What the browser called itself.</summary>
    public string? Browser { get; set; }
}
