namespace ScimBridge.HiBobSimulator.Generation;

/// <summary>Where a generated person stands in their working life on the reference date.</summary>
internal enum PersonStatus
{
    Employed,
    Hired,
    Leaving,
    GardenLeave,
    Terminated,
    Leave,
    LeaveWithoutAccess,
    ParentalLeave,
}
