using ScimBridge.Storage.Records;

namespace ScimBridge.Sync;

/// <summary>A row as it is, and as it was in the version that is to come back.</summary>
/// <param name="Now">The open row; null when there is none.</param>
/// <param name="Then">The row of that version; null when there was none.</param>
internal sealed record RestoredRow<T>(T? Now, T? Then)
    where T : class, IVersionedRecord
{
    /// <summary>Pairs rows of one resource.</summary>
    public static IReadOnlyList<RestoredRow<T>> Pair(IReadOnlyList<T> now, IReadOnlyList<T> then, Func<T, string> keyOf)
    {
        var before = then.ToDictionary(keyOf, StringComparer.Ordinal);
        var paired = now.Select(row => new RestoredRow<T>(row, before.GetValueOrDefault(keyOf(row)))).ToList();
        var present = now.Select(keyOf).ToHashSet(StringComparer.Ordinal);
        paired.AddRange(then.Where(row => !present.Contains(keyOf(row))).Select(row => new RestoredRow<T>(null, row)));
        return paired;
    }
}
