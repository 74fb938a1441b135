using Microsoft.Extensions.Options;

namespace ScimBridge.Scim;

/// <summary>Until when requests may look for their answer; writing it may take longer.</summary>
/// <remarks>
/// Requests that come about the same time share a deadline: a timer and a linked token for each cost as much as a twentieth of what
/// finding a user does.
/// </remarks>
internal sealed class ScimDeadlines(IOptions<ScimOptions> options, TimeProvider time)
{
    private static readonly TimeSpan Shared = TimeSpan.FromMilliseconds(250);

    private Deadline current = new(long.MinValue, CancellationToken.None);

    /// <summary>Ends what begins now when the time is up, or a quarter of a second later. It says nothing of the client.</summary>
    public CancellationToken Next()
    {
        var deadline = Volatile.Read(ref current);
        var now = time.GetTimestamp();
        if (deadline.Began != long.MinValue && time.GetElapsedTime(deadline.Began, now) < Shared && !deadline.Token.IsCancellationRequested)
        {
            return deadline.Token;
        }

        // Two requests may both make one, and each has its own then.
        var source = new CancellationTokenSource(TimeSpan.FromSeconds(options.Value.RequestTimeoutSeconds) + Shared, time);
        Volatile.Write(ref current, new Deadline(now, source.Token));
        return source.Token;
    }

    /// <summary>The same, which also ends when the client goes: for what is worth ending early. Whoever asks disposes it.</summary>
    public CancellationTokenSource NextFor(HttpContext context) =>
        CancellationTokenSource.CreateLinkedTokenSource(Next(), context.RequestAborted);

    private sealed record Deadline(long Began, CancellationToken Token);
}
