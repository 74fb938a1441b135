namespace ScimBridge.Protocol.Filtering;

/// <summary>The order of text that <c>gt</c>, <c>ge</c>, <c>lt</c> and <c>le</c> use: by code point, which is also the order of the UTF-8 bytes.</summary>
/// <remarks>Databases that compare bytes (SQLite's BINARY, PostgreSQL's "C") agree with it; UTF-16 order does not, for what lies above U+FFFF.</remarks>
public static class TextOrder
{
    /// <summary>Below zero when <paramref name="left"/> comes first, above when <paramref name="right"/> does, zero when they are equal.</summary>
    public static int Compare(string left, string right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        var common = left.AsSpan().CommonPrefixLength(right);
        if (common == left.Length || common == right.Length)
        {
            return left.Length - right.Length;
        }

        // A surrogate stands for a code point above every single unit; moving the units above the surrogates below them gives code point order.
        return Rank(left[common]) - Rank(right[common]);
    }

    private static int Rank(char c) => c switch
    {
        >= '\uE000' => c - 0x800,
        >= '\uD800' => c + 0x2000,
        _ => c,
    };
}
