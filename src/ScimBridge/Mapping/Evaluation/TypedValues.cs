using System.Globalization;
using System.Text.Json;
using ScimBridge.Mapping.Rules;
using ScimBridge.Protocol.Filtering;

namespace ScimBridge.Mapping.Evaluation;

/// <summary>Texts as values of the types that attributes can have.</summary>
internal static class TypedValues
{
    /// <summary>Whether a text says yes or no; null when it says neither.</summary>
    public static bool? Truth(string text) => text.ToUpperInvariant() switch
    {
        "TRUE" or "YES" => true,
        "FALSE" or "NO" => false,
        _ => null,
    };

    /// <summary>Whether a text is an absolute URI.</summary>
    public static bool IsUri(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && !uri.IsFile && !text.Any(char.IsWhiteSpace);

    /// <summary>The value as JSON; null when the text is none of that type.</summary>
    public static JsonElement? Of(string text, CustomAttributeType type) => type switch
    {
        CustomAttributeType.Boolean => Truth(text) is { } truth ? JsonSerializer.SerializeToElement(truth) : null,
        CustomAttributeType.Integer => Number(text) is { } whole && whole == decimal.Truncate(whole) && whole is >= long.MinValue and <= long.MaxValue
            ? JsonSerializer.SerializeToElement((long)whole)
            : null,
        CustomAttributeType.Decimal => Number(text) is { } number ? JsonSerializer.SerializeToElement(number) : null,
        CustomAttributeType.DateTime => Moment(text) is { } moment ? JsonSerializer.SerializeToElement(moment) : null,
        CustomAttributeType.Reference => IsUri(text) ? JsonSerializer.SerializeToElement(text) : null,
        _ => JsonSerializer.SerializeToElement(text),
    };

    private static decimal? Number(string text) =>
        decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string? Moment(string text) =>
        ScimDateTime.TryParse(TransformCompiler.Day(text) == text ? text + "T00:00:00Z" : text, out var utc)
            ? utc.ToString("yyyy-MM-dd'T'HH:mm:ss.FFF'Z'", CultureInfo.InvariantCulture)
            : null;
}
