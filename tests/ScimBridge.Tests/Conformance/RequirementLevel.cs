namespace ScimBridge.Tests.Conformance;

/// <summary>How binding a requirement is (RFC 2119); REQUIRED and SHALL are MUST, RECOMMENDED is SHOULD, OPTIONAL is MAY.</summary>
internal enum RequirementLevel
{
    /// <summary>Without it a server does not conform.</summary>
    Must,

    /// <summary>Without it a server needs a reason.</summary>
    Should,

    /// <summary>A choice; listed where ours is one that clients can see.</summary>
    May,
}
