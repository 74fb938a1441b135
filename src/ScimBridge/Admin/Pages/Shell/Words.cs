using System.Globalization;
using System.Text.RegularExpressions;
using ScimBridge.Storage.Records;

namespace ScimBridge.Admin.Pages.Shell;

/// <summary>How the pages say moments, durations, numbers and outcomes.</summary>
internal static partial class Words
{
    /// <summary>What a sentence has between its first quote and its last, which somebody else wrote; null for none.</summary>
    public static string? Quoted(string? sentence) =>
        sentence is not null && Quotation().Match(sentence) is { Success: true } found ? found.Groups[1].Value : null;

    /// <summary>A moment to the minute, in UTC.</summary>
    public static string Exact(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);

    /// <summary>A moment as people say it: how long ago or ahead, and the date beyond two days.</summary>
    public static string Relative(DateTimeOffset at, DateTimeOffset now)
    {
        var distance = now - at;
        if (distance.Duration() < TimeSpan.FromSeconds(5))
        {
            return "now";
        }

        if (distance.Duration() > TimeSpan.FromDays(2))
        {
            return at.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);
        }

        var duration = Duration(distance.Duration());
        return distance > TimeSpan.Zero ? $"{duration} ago" : $"in {duration}";
    }

    /// <summary>A duration in its largest unit.</summary>
    public static string Duration(TimeSpan duration) => duration switch
    {
        { TotalSeconds: < 1 } => "less than a second",
        { TotalSeconds: < 100 } => $"{Number((long)duration.TotalSeconds)} s",
        { TotalMinutes: < 100 } => $"{Number((long)duration.TotalMinutes)} min",
        { TotalHours: < 48 } => $"{Number((long)duration.TotalHours)} h",
        _ => $"{Number((long)duration.TotalDays)} days",
    };

    /// <summary>A number with its thousands set apart.</summary>
    public static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>So many of something, such as <c>1 group</c> and <c>2 groups</c>.</summary>
    public static string Count(long number, string one, string? many = null) => $"{Number(number)} {(number == 1 ? one : many ?? one + "s")}";

    /// <summary>An enumeration's value as words, such as <c>Succeeded with issues</c>.</summary>
    public static string Of<TEnum>(TEnum value)
        where TEnum : struct, Enum
    {
        var words = Api.AdminApi.Word(value).Replace('_', ' ');
        return char.ToUpperInvariant(words[0]) + words[1..];
    }

    /// <summary>What a run is or became.</summary>
    public static string Of(SyncRunRecord run) => run.Outcome is { } outcome ? Of(outcome) : Of(run.State);

    // An apostrophe stands after a letter and before one, and is no quote.
    [GeneratedRegex(@"(?<!\S)'(.+)'(?![\p{L}\p{N}])", RegexOptions.Singleline)]
    private static partial Regex Quotation();
}
