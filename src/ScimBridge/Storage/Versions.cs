namespace ScimBridge.Storage;

/// <summary>How rows say in which versions of their directory they hold: <c>ValidFrom &lt;= version &lt; ValidTo</c>.</summary>
internal static class Versions
{
    /// <summary>The <c>ValidTo</c> of a row that holds in the newest version and until further notice.</summary>
    public const int Open = int.MaxValue;
}
