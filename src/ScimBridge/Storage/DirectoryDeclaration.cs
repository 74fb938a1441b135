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

    /// <summary>Schedule, leavers, retention and gate; the usual ones unless said.</summary>
    public DirectorySettings Settings { get; init; } = new();
}
