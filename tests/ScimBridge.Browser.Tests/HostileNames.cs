namespace ScimBridge.Browser.Tests;

/// <summary>Names by which somebody may attack whoever looks at them.</summary>
internal static class HostileNames
{
    /// <summary>The longest name that an admin may give, without a blank.</summary>
    public static readonly string LongGiven = new('W', 100);

    /// <summary>A longer word still.</summary>
    public static readonly string Long = new('W', 300);

    /// <summary>Script, a broken attribute and controls that turn what follows, those of a whole line included, in one.</summary>
    public const string Worst = "<script>window.hacked=1</script>\"><img src=x onerror=window.hacked=1>\u202E\u2066שלום";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        Worst, Long, "<script>window.hacked=1</script>", "\"><img src=x onerror=window.hacked=1>", "javascript:alert(1)", "=cmd|'/C calc'!A0", "{{7*7}}",
        "\u202Etsil eht", "\u2066open \u2067isolates", "\u2069\u202Eescaped", "zero\u200B\u200Dwidth\uFEFF name", "محمد عبد الله",
    ];
}
