namespace ScimBridge.HiBobSimulator.Webhooks;

/// <summary>The member that names the changed fields, which HiBob's pages spell in two ways.</summary>
public enum FieldUpdatesSpelling
{
    /// <summary>fieldUpdates, as on the reference pages.</summary>
    FieldUpdates,

    /// <summary>fieldUpdatesIds, as in the launch note.</summary>
    FieldUpdatesIds,

    /// <summary>No member at all.</summary>
    None,
}
