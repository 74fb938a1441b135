namespace ScimBridge.Storage.Records;

/// <summary>A webhook request that came for a directory, and what was made of it. Never its body.</summary>
internal sealed class WebhookDeliveryRecord
{
    public long Id { get; set; }

    public int DirectoryId { get; set; }

    public DateTimeOffset At { get; set; }

    /// <summary>SHA-256 of the body, by which a repetition is known.</summary>
    public required byte[] BodyHash { get; set; }

    /// <summary>The event's type, such as <c>employee.updated</c>; null where it can't be told.</summary>
    public string? Type { get; set; }

    /// <summary>The HR system's id of the employee.</summary>
    public string? EmployeeId { get; set; }

    /// <summary>What was made of it: <c>accepted</c>, <c>repeated</c>, <c>ping</c>, <c>unsigned</c>, <c>malformed</c> or <c>ignored</c>.</summary>
    public required string Result { get; set; }
}
