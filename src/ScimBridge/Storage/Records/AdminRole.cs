namespace ScimBridge.Storage.Records;

/// <summary>What somebody may do with the server; each role may also do what the ones before it may.</summary>
/// <remarks>Stored by name, compared by number.</remarks>
internal enum AdminRole
{
    /// <summary>Reads everything that is no secret.</summary>
    Viewer,

    /// <summary>Also has things run: asks for syncs and stops them, decides about plans, pauses and resumes.</summary>
    Operator,

    /// <summary>Everything.</summary>
    Admin,
}
