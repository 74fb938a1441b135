using System.ComponentModel.DataAnnotations;

namespace ScimBridge.Admin.Api;

/// <summary>How a token is rotated.</summary>
internal sealed record RotationBody
{
    /// <summary>For how many hours the old token goes on working beside the new one.</summary>
    [Range(0, 720, ErrorMessage = "overlapHours must lie between 0 and 720.")]
    public int OverlapHours { get; init; } = 24;
}
