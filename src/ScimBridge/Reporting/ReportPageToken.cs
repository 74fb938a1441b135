using System.Globalization;
using Microsoft.OData;

namespace ScimBridge.Reporting;

/// <summary>Where the next page begins: a version and how many rows came before. It carries its version, so a walk is not disturbed by a sync.</summary>
/// <remarks>It grants nothing: whose rows are read follows from the caller's own token alone.</remarks>
/// <param name="Version">The directory's version, 0 for what has none.</param>
/// <param name="Offset">How many rows of the sorted and filtered list come before the page.</param>
internal sealed record ReportPageToken(int Version, int Offset)
{
    /// <summary>The token in a request, or that of the first page.</summary>
    /// <exception cref="ODataException">It is none of this server's making.</exception>
    public static ReportPageToken Of(string? text, int currentVersion, int skip)
    {
        if (text is null)
        {
            return new ReportPageToken(currentVersion, skip);
        }

        var parts = text.Split('-');
        if (parts.Length == 2
            && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var offset)
            && version <= currentVersion && (version > 0 || currentVersion == 0) && offset >= skip)
        {
            return new ReportPageToken(version, offset);
        }

        throw new ODataException("The $skiptoken is not one that this feed gave out. Start again from the first page.");
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Version}-{Offset}");
}
