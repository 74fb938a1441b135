namespace ScimBridge.Admin.Pages.Attributes;

/// <summary>The parts of the rules, as the page shows them.</summary>
internal enum WorkbenchPart
{
    /// <summary>Every attribute and what it is made from.</summary>
    Attributes,

    /// <summary>Who becomes a user, and who is active.</summary>
    Users,

    /// <summary>What groups are made from.</summary>
    Groups,

    /// <summary>The whole document.</summary>
    Json,

    /// <summary>What was saved when and by whom.</summary>
    Revisions,
}
