using ScimBridge.Storage;
using ScimBridge.Storage.Reading;

namespace ScimBridge.Directories;

/// <summary>Writes down once a minute which tokens were used: no request waits for that, and one write a minute makes readers ask anew only so often.</summary>
internal sealed partial class TokenUseWriter(TokenUses uses, ScimTokenStore tokens, TimeProvider time, ILogger<TokenUseWriter> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    /// <summary>Writes down what was used since the last time. A failure is logged, and what it concerns is written the next time.</summary>
    public async Task WriteAsync(CancellationToken cancellationToken)
    {
        var used = uses.Unwritten();
        if (used.Count == 0)
        {
            return;
        }

        try
        {
            await tokens.NoteUsesAsync(used, cancellationToken);
            uses.Wrote(used);
        }
#pragma warning disable CA1031 // Whatever went wrong, it is tried again in a minute, and clients read on.
        catch (Exception failure) when (failure is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            Failed(failure);
        }
    }

    /// <inheritdoc/>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await WriteAsync(cancellationToken);
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            await WriteAsync(stoppingToken);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "When tokens were last used could not be written down; it is tried again in a minute")]
    private partial void Failed(Exception exception);
}
