namespace ScimBridge.Storage.Records;

/// <summary>What a token may read.</summary>
[Flags]
internal enum ScimTokenScopes
{
    /// <summary>Nothing but discovery.</summary>
    None = 0,

    /// <summary>Users, by SCIM.</summary>
    Users = 1,

    /// <summary>Groups, by SCIM.</summary>
    Groups = 2,

    /// <summary>The reports, by OData.</summary>
    Reports = 4,

    /// <summary>Everything of the directory.</summary>
    All = Users | Groups | Reports,
}
