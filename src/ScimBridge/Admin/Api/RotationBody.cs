namespace ScimBridge.Admin.Api;

/// <summary>How a token is rotated.</summary>
internal sealed record RotationBody
{
    /// <summary>For how many hours the old token goes on working beside the new one.</summary>
    public int OverlapHours { get; init; } = 24;
}
