namespace ScimBridge.Admin.Actions;

/// <summary>A token just made. Only this answer has its secret.</summary>
/// <param name="Token">The secret, which the client sends.</param>
/// <param name="Details">All else about it.</param>
/// <param name="Replaces">The token in whose place it was made, with its end; null for one that is new.</param>
internal sealed record TokenMadeView(string Token, TokenView Details, TokenView? Replaces)
{
    /// <summary>The record without its secret, since records print all they have.</summary>
    public override string ToString() => nameof(TokenMadeView);
}
