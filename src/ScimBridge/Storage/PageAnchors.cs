namespace ScimBridge.Storage;

/// <summary>Anchors say where a page of an unfiltered list begins, so that the rows before it need not be counted.</summary>
internal static class PageAnchors
{
    /// <summary>How many rows lie between two anchors.</summary>
    public const int Spacing = 100;
}
