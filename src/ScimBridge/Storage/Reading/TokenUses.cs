using System.Collections.Concurrent;

namespace ScimBridge.Storage.Reading;

/// <summary>When tokens were last used, until that is written down. A request only notes it here, in memory.</summary>
internal sealed class TokenUses(TimeProvider time)
{
    private readonly ConcurrentDictionary<Guid, Moments> uses = new();

    /// <summary>Notes that a token is being used.</summary>
    public void Note(Guid token) => Volatile.Write(ref uses.GetOrAdd(token, static _ => new Moments()).Used, time.GetUtcNow().UtcTicks);

    /// <summary>The tokens that were used since their last use was written down.</summary>
    public IReadOnlyList<TokenUse> Unwritten() =>
    [
        .. uses.Select(use => (use.Key, Used: Volatile.Read(ref use.Value.Used), use.Value.Written))
            .Where(use => use.Used > use.Written)
            .Select(use => new TokenUse(use.Key, new DateTimeOffset(use.Used, TimeSpan.Zero))),
    ];

    /// <summary>Has <see cref="Unwritten"/> leave out what has been written down.</summary>
    public void Wrote(IEnumerable<TokenUse> written)
    {
        foreach (var use in written)
        {
            uses[use.TokenId].Written = use.At.UtcTicks;
        }
    }

    private sealed class Moments
    {
        public long Used;

        public long Written;
    }
}
