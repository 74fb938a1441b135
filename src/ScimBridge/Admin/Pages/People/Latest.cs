namespace ScimBridge.Admin.Pages.People;

/// <summary>Work of which only the newest matters: beginning it anew gives up what is under way.</summary>
internal sealed class Latest : IDisposable
{
    private CancellationTokenSource? current;

    /// <summary>Gives up what is under way.</summary>
    /// <returns>What ends when the next begins, or the page is left.</returns>
    public CancellationToken Begin()
    {
        Dispose();
        current = new CancellationTokenSource();
        return current.Token;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        current?.Cancel();
        current?.Dispose();
        current = null;
    }
}
