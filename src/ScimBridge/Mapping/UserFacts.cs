using ScimBridge.Protocol.Resources;

namespace ScimBridge.Mapping;

/// <summary>What a user's resource says that its own record in the HR system can't: it takes the whole directory to know.</summary>
internal sealed record UserFacts
{
    /// <summary>The SCIM id, from <see cref="ResourceIds.User"/>.</summary>
    public required string Id { get; init; }

    /// <summary>The name from <see cref="DirectoryMapping.AssignUserNames"/>.</summary>
    public required string UserName { get; init; }

    /// <summary>Whether the user is active; never for a person who is gone from the HR system, whatever was last known.</summary>
    public required bool Active { get; init; }

    /// <summary>The manager, who is a user here; null rather than a reference that leads nowhere.</summary>
    public ScimManager? Manager { get; init; }

    /// <summary>The groups the user belongs to.</summary>
    public IReadOnlyList<ScimGroupMembership> Groups { get; init; } = [];

    /// <summary>Whether the directory serves home addresses.</summary>
    public bool IncludeHomeAddress { get; init; }
}
