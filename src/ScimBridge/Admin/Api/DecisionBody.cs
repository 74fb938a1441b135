using System.ComponentModel.DataAnnotations;

namespace ScimBridge.Admin.Api;

/// <summary>What goes with a decision about a plan.</summary>
internal sealed record DecisionBody
{
    /// <summary>Why, in the words of whoever decides.</summary>
    [MaxLength(ApiRequests.LongestNote)]
    public string? Note { get; init; }
}
