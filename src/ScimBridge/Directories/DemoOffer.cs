namespace ScimBridge.Directories;

/// <summary>The demo company, for whoever wants to look around before linking a real one. Whoever composes the server says how it is started.</summary>
internal sealed class DemoOffer
{
    private Func<CancellationToken, Task>? start;

    /// <summary>Whether it can be started: it was offered, and nobody has taken it.</summary>
    public bool IsOpen => Volatile.Read(ref start) is not null;

    /// <summary>Offers it.</summary>
    public void Open(Func<CancellationToken, Task> starter) => Volatile.Write(ref start, starter);

    /// <summary>Starts it: a simulated HiBob within the server, and the directory <c>demo</c> linked to it, until the server stops.</summary>
    /// <returns>False when it has been started before, or can't be.</returns>
    public async Task<bool> TakeAsync(CancellationToken cancellationToken)
    {
        if (Interlocked.Exchange(ref start, null) is not { } starter)
        {
            return false;
        }

        await starter(cancellationToken);
        return true;
    }
}
