namespace ScimBridge.Admin.Api;

/// <summary>Where to go back to.</summary>
internal sealed record RollbackBody
{
    /// <summary>The version that is to come back.</summary>
    public int Version { get; init; }
}
