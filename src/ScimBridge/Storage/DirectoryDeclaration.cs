using ScimBridge.Storage.Records;

namespace ScimBridge.Storage;

/// <summary>What the settings, or the demo, say of a directory.</summary>
internal sealed record DirectoryDeclaration
{
    /// <summary>The immutable slug.</summary>
    public required string Key { get; init; }

    /// <summary>Who says it.</summary>
    public DirectoryOrigin Origin { get; init; } = DirectoryOrigin.Settings;

    /// <summary>The name shown to people.</summary>
    public required string Name { get; init; }

    /// <summary>The name of the organization it belongs to.</summary>
    public required string Organization { get; init; }

    /// <summary>The HR system's base URL.</summary>
    public required Uri BaseUrl { get; init; }

    /// <summary>The service user's id; null when the directory is not linked.</summary>
    public required string? ServiceUserId { get; init; }

    /// <summary>The service user's token, encrypted; null when the directory is not linked.</summary>
    public required string? ProtectedToken { get; init; }

    /// <summary>The token's last characters; null where it is too short to show any.</summary>
    public string? TokenHint { get; init; }

    /// <summary>Minutes between the starts of two scheduled syncs.</summary>
    public required int IntervalMinutes { get; init; }

    /// <summary>Whether home addresses are served.</summary>
    public required bool IncludeHomeAddress { get; init; }

    /// <summary>Days for which a person whom the HR system no longer returns is kept, inactive; 0 for ever.</summary>
    public required int DeleteMissingAfterDays { get; init; }

    /// <summary>Days for which older versions are kept.</summary>
    public int HistoryDays { get; init; } = 30;

    /// <summary>Days for which plans are kept.</summary>
    public int PlanDays { get; init; } = 30;

    /// <summary>How many people may always be deactivated or deleted within 24 hours.</summary>
    public int GatePeople { get; init; } = 5;

    /// <summary>Which share of those active may be, in percent.</summary>
    public int GatePercent { get; init; } = 10;

    /// <summary>For which share of those who have it an attribute may be emptied, and which share may change its e-mail domain, in percent.</summary>
    public int GateAttributePercent { get; init; } = 50;
}
