using Microsoft.EntityFrameworkCore;
using ScimBridge.Storage.Records;

namespace ScimBridge.Storage;

/// <summary>Finds where a page of an unfiltered list begins without counting the rows before it.</summary>
internal static class PageAnchors
{
    /// <summary>How many rows lie between two anchors.</summary>
    public const int Spacing = 100;

    /// <summary>The ordinal to start from for the row at <paramref name="position"/>, and how many rows to skip from there.</summary>
    /// <returns>Null when the list is not that long.</returns>
    public static async Task<(int Ordinal, int Skip)?> SeekAsync(
        ScimBridgeContext db, DirectoryVersion version, AnchoredList list, int position, CancellationToken cancellationToken)
    {
        var at = position - (position % Spacing);
        var ordinal = await db.PageAnchors.AsNoTracking()
            .Where(anchor => anchor.DirectoryId == version.Directory.Value && anchor.List == list && anchor.Position == at
                && anchor.ValidFrom <= version.Number && anchor.ValidTo > version.Number)
            .Select(anchor => (int?)anchor.Ordinal)
            .SingleOrDefaultAsync(cancellationToken);
        return ordinal is null ? null : (ordinal.Value, position - at);
    }
}
