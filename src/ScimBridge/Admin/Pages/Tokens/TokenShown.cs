using ScimBridge.Admin.Actions;

namespace ScimBridge.Admin.Pages.Tokens;

/// <summary>Shows a token that was just made.</summary>
/// <param name="ShowAsync">Shows it, once.</param>
internal sealed record TokenShown(Func<TokenMadeView, Task> ShowAsync);
