namespace ScimBridge.Admin.Pages.Shell;

/// <summary>Looks again and again for as long as a page is open.</summary>
internal sealed class Follower : IDisposable
{
    private readonly CancellationTokenSource gone = new();

    /// <summary>Ends when the page is left.</summary>
    public CancellationToken Gone => gone.Token;

    /// <summary>Calls <paramref name="look"/> at each interval until the page is left.</summary>
    public async Task EveryAsync(TimeSpan interval, Func<Task> look)
    {
        using var timer = new PeriodicTimer(interval);
        try
        {
            while (await timer.WaitForNextTickAsync(gone.Token))
            {
                await look();
            }
        }
        catch (OperationCanceledException) when (gone.IsCancellationRequested)
        {
            // The reader went elsewhere.
        }
        catch (ObjectDisposedException)
        {
            // The same, between two looks.
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        gone.Cancel();
        gone.Dispose();
    }
}
