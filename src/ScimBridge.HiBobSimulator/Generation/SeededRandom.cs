namespace ScimBridge.HiBobSimulator.Generation;

/// <summary>
/// SplitMix64 from a seed. A generator of our own, because the company must be the same on every version of .NET and in whatever order
/// other code draws numbers.
/// </summary>
internal sealed class SeededRandom(long seed)
{
    private ulong state = unchecked((ulong)seed * 0x9E3779B97F4A7C15UL) + 0x1234_5678_9ABC_DEFUL;

    public int Below(int bound) => (int)(Bits() % (ulong)bound);

    public int Between(int low, int high) => low + Below(high - low + 1);

    public bool Chance(int percent) => Below(100) < percent;

    public T Pick<T>(IReadOnlyList<T> items) => items[Below(items.Count)];

    /// <summary>Picks an index by weight.</summary>
    public int PickWeighted(IReadOnlyList<int> weights)
    {
        var ticket = Below(weights.Sum());
        var index = 0;
        while (ticket >= weights[index])
        {
            ticket -= weights[index++];
        }

        return index;
    }

    /// <summary>Fills a pattern: # becomes a digit, @ a capital letter.</summary>
    public string Fill(string pattern) => string.Create(pattern.Length, (pattern, this), static (span, args) =>
    {
        for (var index = 0; index < span.Length; index++)
        {
            span[index] = args.pattern[index] switch
            {
                '#' => (char)('0' + args.Item2.Below(10)),
                '@' => (char)('A' + args.Item2.Below(26)),
                var other => other,
            };
        }
    });

    private ulong Bits()
    {
        state += 0x9E3779B97F4A7C15UL;
        var mixed = state;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9UL;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EBUL;
        return mixed ^ (mixed >> 31);
    }
}
