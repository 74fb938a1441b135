using ScimBridge.Admin.Actions;

namespace ScimBridge.Admin.Api;

/// <summary>A setup link that is wanted.</summary>
internal sealed record SetupLinkBody
{
    /// <summary>For how many hours it is open.</summary>
    public int ExpiresInHours { get; init; } = SetupLinkActions.UsualHours;
}
