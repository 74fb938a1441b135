namespace ScimBridge.Admin.Pages.Shell;

/// <summary>Makes one act of a double click: its second click comes before the button is known to be off, or just after the act was done.</summary>
internal sealed class Press
{
    private static readonly TimeSpan Same = TimeSpan.FromSeconds(1);

    /// <summary>Whether the act is under way, or was done a moment ago.</summary>
    public bool IsDown { get; private set; }

    /// <summary>Acts, unless that is under way.</summary>
    public async Task OnceAsync(Func<Task> act)
    {
        if (IsDown)
        {
            return;
        }

        IsDown = true;
        try
        {
            await act();
            await Task.Delay(Same);
        }
        finally
        {
            IsDown = false;
        }
    }
}
