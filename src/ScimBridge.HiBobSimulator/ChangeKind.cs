namespace ScimBridge.HiBobSimulator;

/// <summary>The kinds of change that HiBob announces.</summary>
internal enum ChangeKind
{
    Created,
    Updated,
    Deleted,
    Joined,
    Left,
    Activated,
    Inactivated,
    EntryCreated,
    EntryUpdated,
}
