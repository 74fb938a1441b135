namespace ScimBridge.Mapping;

/// <summary>What decides which userName a person gets.</summary>
/// <param name="EmployeeId">The HR system's identifier of the person; each occurs once.</param>
/// <param name="Email">The work e-mail address, which is the name asked for.</param>
/// <param name="Terminated">Whether the employment has ended.</param>
/// <param name="Missing">Whether the person is gone from the HR system.</param>
/// <param name="CreatedInSource">When the HR system made the record.</param>
internal readonly record struct UserNameClaim(string EmployeeId, string? Email, bool Terminated, bool Missing, DateTime? CreatedInSource);
