namespace ScimBridge.Sync;

/// <summary>A membership as the next version will have it.</summary>
/// <param name="GroupId">The SCIM id of the group.</param>
/// <param name="Member">The member.</param>
internal readonly record struct WantedMembership(string GroupId, RosterEntry Member);
