using Microsoft.JSInterop;

namespace ScimBridge.Admin.Pages.Shell;

/// <summary>Gives the focus back to where it came from, for parts of a page that open and close.</summary>
internal static class Focus
{
    /// <summary>Keeps where the focus is, before it is taken.</summary>
    public static ValueTask KeepFocusAsync(this IJSRuntime script) => script.InvokeVoidAsync("scimbridge.keepFocus");

    /// <summary>Gives it back, if what had it is still there.</summary>
    public static async ValueTask ReturnFocusAsync(this IJSRuntime script)
    {
        try
        {
            await script.InvokeVoidAsync("scimbridge.returnFocus");
        }
        catch (JSDisconnectedException)
        {
            // The page has gone, and its focus with it.
        }
    }
}
