using System.ComponentModel.DataAnnotations;

namespace ScimBridge.Admin.Api;

/// <summary>What goes with a pause.</summary>
internal sealed record PauseBody
{
    /// <summary>Why, in the words of whoever pauses.</summary>
    [MaxLength(ApiRequests.LongestNote)]
    public string? Reason { get; init; }
}
