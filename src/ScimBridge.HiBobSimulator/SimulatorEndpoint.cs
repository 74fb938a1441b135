namespace ScimBridge.HiBobSimulator;

/// <summary>The endpoints of HiBob that the simulator plays, each with a rate limit of its own.</summary>
public enum SimulatorEndpoint
{
    /// <summary>POST /v1/people/search</summary>
    PeopleSearch,

    /// <summary>POST /v1/people/{identifier}</summary>
    PersonRead,

    /// <summary>GET /v1/company/people/fields</summary>
    Fields,

    /// <summary>GET /v1/company/named-lists</summary>
    NamedLists,

    /// <summary>GET /v1/company/named-lists/{name}</summary>
    NamedList,

    /// <summary>GET /v1/profiles</summary>
    Profiles,

    /// <summary>Any other path, which HiBob answers with its login page.</summary>
    Unknown,
}
