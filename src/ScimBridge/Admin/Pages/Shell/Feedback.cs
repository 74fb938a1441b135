using MudBlazor;
using ScimBridge.Admin.Actions;

namespace ScimBridge.Admin.Pages.Shell;

/// <summary>Tells what came of an action, at the edge of the page and to screen readers.</summary>
internal static class Feedback
{
    /// <summary>Says what was done, or why it was not; a refusal stays until it is closed.</summary>
    /// <returns>Whether it was done.</returns>
    public static bool Say<T>(this ISnackbar bar, Outcome<T> outcome, string done)
        where T : notnull
    {
        if (outcome.IsDone)
        {
            bar.Add(done, Severity.Success);
            return true;
        }

        bar.Add(outcome.Refusal.Message, Severity.Error, options => options.RequireInteraction = true);
        return false;
    }
}
