namespace ScimBridge.Admin.Pages.Shell;

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

    /// <summary>The same after a pause, for what is begun anew with each key that is pressed.</summary>
    /// <returns>What ends when the next begins; null when the next began during the pause.</returns>
    public async Task<CancellationToken?> BeginAfterAsync(TimeSpan pause)
    {
        var token = Begin();
        try
        {
            await Task.Delay(pause, token);
            return token;
        }
        catch (OperationCanceledException) when (token.IsCancellationRequested)
        {
            return null;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        current?.Cancel();
        current?.Dispose();
        current = null;
    }
}
