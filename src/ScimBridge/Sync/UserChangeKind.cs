namespace ScimBridge.Sync;

/// <summary>What happens to a user.</summary>
internal enum UserChangeKind
{
    /// <summary>The user is new.</summary>
    Created,

    /// <summary>Attributes change, and <c>active</c> stays.</summary>
    Updated,

    /// <summary>The user becomes inactive.</summary>
    Deactivated,

    /// <summary>The user becomes active again.</summary>
    Reactivated,

    /// <summary>The resource stays; only what is kept beside it changes.</summary>
    Refreshed,
}
