using System.Globalization;
using PhoneNumbers;
using ScimBridge.Mapping.Rules;
using ScimBridge.Protocol.Filtering;

namespace ScimBridge.Mapping.Evaluation;

/// <summary>What each transform does.</summary>
internal static class TransformCompiler
{
    private static readonly PhoneNumberUtil Phones = PhoneNumberUtil.GetInstance();

    /// <summary>The countries that telephone numbers can be of.</summary>
    public static IReadOnlySet<string> PhoneRegions { get; } = Phones.GetSupportedRegions().ToHashSet(StringComparer.Ordinal);

    /// <summary>The transform, ready to be applied.</summary>
    public static CompiledTransform Compile(Transform transform) => new(transform.Kind, transform.Kind switch
    {
        TransformKind.Trim => text => text.Trim(),
        TransformKind.Lower => text => text.ToLowerInvariant(),
        TransformKind.Upper => text => text.ToUpperInvariant(),
        TransformKind.E164 => text => E164(text, transform.Region),
        TransformKind.Country => CountryCodes.Find,
        TransformKind.Date => Day,
        TransformKind.Map => Map(transform),
        _ => throw new InvalidOperationException($"No rule says what transform {transform.Kind} does."),
    });

    /// <summary>The day that a text is or starts with, <c>yyyy-MM-dd</c>; null when it is none.</summary>
    public static string? Day(string text)
    {
        var day = text.Length > 10 && text[10] is 'T' or ' ' ? text[..10] : text;
        return DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) ? day : null;
    }

    // Numbers that are possible, not those alone that are valid: the plans in the library are older than the newest numbers.
    private static string? E164(string text, string? region)
    {
        try
        {
            var number = Phones.Parse(text, region);
            return Phones.IsPossibleNumber(number) ? Phones.Format(number, PhoneNumberFormat.E164) : null;
        }
        catch (NumberParseException)
        {
            return null;
        }
    }

    private static Func<string, string?> Map(Transform transform)
    {
        var table = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (from, to) in transform.Table ?? new Dictionary<string, string>())
        {
            table.TryAdd(ComparisonKey.Of(CleanText.Of(from) ?? ""), to);
        }

        return text => table.GetValueOrDefault(ComparisonKey.Of(text)) ?? transform.Otherwise;
    }
}
