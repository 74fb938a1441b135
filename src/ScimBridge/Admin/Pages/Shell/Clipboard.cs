using Microsoft.JSInterop;
using MudBlazor;

namespace ScimBridge.Admin.Pages.Shell;

/// <summary>Puts texts on the reader's clipboard.</summary>
internal static class Clipboard
{
    /// <summary>Copies a text.</summary>
    /// <returns>False where the browser does not allow that.</returns>
    public static ValueTask<bool> CopyAsync(this IJSRuntime script, string text) => script.InvokeAsync<bool>("scimbridge.copy", text);

    /// <summary>Copies a text, and says whether that was possible.</summary>
    /// <param name="script">The browser.</param>
    /// <param name="bar">Where it is said.</param>
    /// <param name="name">What the text is, such as <c>The JSON</c>.</param>
    /// <param name="text">The text.</param>
    public static async Task CopyAsync(this IJSRuntime script, ISnackbar bar, string name, string text)
    {
        if (await script.CopyAsync(text))
        {
            bar.Add($"{name} is on the clipboard.", Severity.Success);
        }
        else
        {
            bar.Add("The browser does not let pages use the clipboard. Mark the text and copy it.", Severity.Warning);
        }
    }
}
