namespace ScimBridge.Admin.Api;

/// <summary>A setup link just made. Only this answer has its address.</summary>
/// <param name="Url">Where the customer's HiBob admin goes.</param>
/// <param name="Details">All else about it.</param>
internal sealed record SetupLinkMadeView(string Url, SetupLinkView Details)
{
    /// <summary>The record without its secret, since records print all they have.</summary>
    public override string ToString() => nameof(SetupLinkMadeView);
}
