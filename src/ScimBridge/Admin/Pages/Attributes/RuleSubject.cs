namespace ScimBridge.Admin.Pages.Attributes;

/// <summary>What kind of attribute a rule is for; each stands elsewhere in the document.</summary>
internal enum RuleSubject
{
    /// <summary>One that every directory has.</summary>
    Attribute,

    /// <summary>One that this directory adds.</summary>
    Custom,

    /// <summary>What people sign in with.</summary>
    UserName,
}
