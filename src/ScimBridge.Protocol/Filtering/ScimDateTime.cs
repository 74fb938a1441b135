using System.Globalization;

namespace ScimBridge.Protocol.Filtering;

/// <summary>The form of a SCIM dateTime: xsd:dateTime with a date and a time (RFC 7643 section 2.3.5).</summary>
public static class ScimDateTime
{
    private const int DateAndTimeLength = 19;

    /// <summary>Reads <c>yyyy-MM-ddTHH:mm:ss</c>, a fraction of any length, and <c>Z</c>, an offset of less than a day, or nothing, which means UTC.</summary>
    /// <remarks>Also what RFC 3339 allows beyond xsd:dateTime: small letters, and offsets of more than 14 hours.</remarks>
    /// <param name="text">The text, without spaces around it.</param>
    /// <param name="utc">The instant; below 100 nanoseconds it is cut off.</param>
    /// <returns>False for any other form, for a day or time that does not exist, and outside the years 1 to 9999.</returns>
    public static bool TryParse(ReadOnlySpan<char> text, out DateTime utc)
    {
        utc = default;
        if (text.Length < DateAndTimeLength || text[10] is not ('T' or 't'))
        {
            return false;
        }

        // 24:00:00 is how xsd:dateTime may write the midnight that ends a day.
        var endsDay = text[11..DateAndTimeLength] is "24:00:00";
        var dateAndTime = string.Concat(text[..10], "T", endsDay ? "00:00:00" : text[11..DateAndTimeLength]);
        if (!DateTime.TryParseExact(dateAndTime, "yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.None, out var local)
            || !TryTakeFraction(text[DateAndTimeLength..], out var fraction, out var zone)
            || !TryParseOffset(zone, out var offset)
            || (endsDay && fraction != 0))
        {
            return false;
        }

        var ticks = local.Ticks + fraction + (endsDay ? TimeSpan.TicksPerDay : 0) - offset;
        if (ticks < 0 || ticks > DateTime.MaxValue.Ticks)
        {
            return false;
        }

        utc = new DateTime(ticks, DateTimeKind.Utc);
        return true;
    }

    private static bool TryTakeFraction(ReadOnlySpan<char> text, out long ticks, out ReadOnlySpan<char> rest)
    {
        ticks = 0;
        rest = text;
        if (text.IsEmpty || text[0] != '.')
        {
            return true;
        }

        var digits = text[1..];
        var end = digits.IndexOfAnyExceptInRange('0', '9');
        rest = end < 0 ? [] : digits[end..];
        digits = end < 0 ? digits : digits[..end];
        for (var i = 0; i < 7; i++)
        {
            ticks = (ticks * 10) + (i < digits.Length ? digits[i] - '0' : 0);
        }

        return !digits.IsEmpty;
    }

    private static bool TryParseOffset(ReadOnlySpan<char> text, out long ticks)
    {
        ticks = 0;
        if (text.IsEmpty || text is "Z" or "z")
        {
            return true;
        }

        if (text.Length != 6 || text[0] is not ('+' or '-') || text[3] != ':'
            || !int.TryParse(text[1..3], NumberStyles.None, CultureInfo.InvariantCulture, out var hours)
            || !int.TryParse(text[4..], NumberStyles.None, CultureInfo.InvariantCulture, out var minutes)
            || hours > 23 || minutes > 59)
        {
            return false;
        }

        ticks = ((hours * 60) + minutes) * TimeSpan.TicksPerMinute * (text[0] == '-' ? -1 : 1);
        return true;
    }
}
