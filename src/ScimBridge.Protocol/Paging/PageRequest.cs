using System.Globalization;

namespace ScimBridge.Protocol.Paging;

/// <summary>Which part of a list a client wants (RFC 7644 section 3.4.2.4).</summary>
/// <param name="StartIndex">The position of the first resource, counted from 1.</param>
/// <param name="Count">The most resources wanted; 0 asks for <c>totalResults</c> alone.</param>
public readonly record struct PageRequest(int StartIndex, int Count)
{
    /// <summary>Reads the two query parameters.</summary>
    /// <param name="startIndex">Absent or below 1 means 1.</param>
    /// <param name="count">Absent means <paramref name="defaultCount"/>, negative means 0, and more than <paramref name="maxCount"/> means that.</param>
    /// <param name="defaultCount">The page size of a client that names none; lowered to <paramref name="maxCount"/> too.</param>
    /// <param name="maxCount">The greatest page size.</param>
    /// <remarks>A number too large for an int counts as the largest, so a client with other ideas of size gets an empty page, not an error.</remarks>
    /// <exception cref="ScimException">400 invalidValue: a parameter is not a whole number in decimal digits.</exception>
    public static PageRequest Parse(string? startIndex, string? count, int defaultCount, int maxCount)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(defaultCount);
        ArgumentOutOfRangeException.ThrowIfNegative(maxCount);
        var start = startIndex is null ? 1 : ParseInteger("startIndex", startIndex);
        var size = count is null ? defaultCount : ParseInteger("count", count);
        return new PageRequest(Math.Max(start, 1), Math.Clamp(size, 0, maxCount));
    }

    /// <summary>Reads the page size of a walk by cursor (RFC 9865 section 2).</summary>
    /// <param name="count">Absent means <paramref name="defaultCount"/>, negative means 0, and more than <paramref name="maxCount"/> means that.</param>
    /// <param name="defaultCount">The page size of a client that names none.</param>
    /// <param name="maxCount">The greatest page size.</param>
    /// <exception cref="ScimException">400 invalidCount: the parameter is not a whole number.</exception>
    public static int ParseCursorCount(string? count, int defaultCount, int maxCount)
    {
        if (count is null)
        {
            return Math.Min(defaultCount, maxCount);
        }

        return IsInteger(count)
            ? Math.Clamp(Integer(count), 0, maxCount)
            : throw ScimException.InvalidCount(string.Create(CultureInfo.InvariantCulture, $"count must be a whole number from 0 to {maxCount}."));
    }

    private static int ParseInteger(string name, string text) =>
        IsInteger(text) ? Integer(text) : throw ScimException.InvalidValue($"{name} must be a whole number, such as {name}=1.");

    private static bool IsInteger(string text)
    {
        var digits = text.AsSpan(text.StartsWith('-') || text.StartsWith('+') ? 1 : 0);
        return !digits.IsEmpty && !digits.ContainsAnyExceptInRange('0', '9');
    }

    private static int Integer(string text)
    {
        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value))
        {
            return value;
        }

        return text[0] == '-' ? int.MinValue : int.MaxValue;
    }
}
