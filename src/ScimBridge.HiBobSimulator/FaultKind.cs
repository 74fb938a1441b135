namespace ScimBridge.HiBobSimulator;

/// <summary>The ways in which a reply can go wrong.</summary>
public enum FaultKind
{
    /// <summary>An error status instead of the reply.</summary>
    Status,

    /// <summary>The connection closes in the middle of the body.</summary>
    CutConnection,

    /// <summary>The HTTP body is complete, but the JSON in it stops in the middle.</summary>
    UnfinishedJson,

    /// <summary>HiBob's login page with status 200.</summary>
    Html,

    /// <summary>Status 200 and a JSON content type over something that is not JSON.</summary>
    NotJson,

    /// <summary>The body arrives in small pieces with a pause before each.</summary>
    SlowBody,

    /// <summary>Nothing at all for a while, then a closed connection.</summary>
    NoResponse,

    /// <summary>The audience is empty: <c>employees: []</c>, or 404 for a single person.</summary>
    EmptyCompany,

    /// <summary>A category's fields are left out, as if its permission had been taken away.</summary>
    WithoutCategory,
}
