namespace ScimBridge.Storage.Records;

/// <summary>The lists that have anchors.</summary>
internal enum AnchoredList
{
    /// <summary>The list of users.</summary>
    Users = 0,

    /// <summary>The list of groups.</summary>
    Groups = 1,
}
