namespace ScimBridge.Admin.Api;

/// <summary>What goes with a pause.</summary>
internal sealed record PauseBody
{
    /// <summary>Why, in the words of whoever pauses.</summary>
    public string? Reason { get; init; }
}
