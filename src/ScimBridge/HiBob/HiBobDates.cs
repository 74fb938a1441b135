using System.Globalization;
using ScimBridge.Employees;

namespace ScimBridge.HiBob;

/// <summary>Dates, times and truth values of HiBob. What is not in the machine format is nothing, never a guess.</summary>
internal static class HiBobDates
{
    private static readonly string[] TimeFormats = ["yyyy-MM-dd'T'HH:mm:ss.FFFFFFF", "yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd"];

    /// <summary>A date such as 2021-09-06.</summary>
    public static DateOnly? Date(FieldValue value) =>
        DateOnly.TryParseExact(HiBobValue.Scalar(value), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : null;

    /// <summary>A time such as 2021-08-30T09:14:02.118203, which names no zone; one in UTC is taken as it stands.</summary>
    public static DateTime? Time(FieldValue value) =>
        DateTime.TryParseExact(
            HiBobValue.Scalar(value)?.TrimEnd('Z'), TimeFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            ? time
            : null;

    /// <summary>True or false, also in the words of HiBob's display format.</summary>
    public static bool? Truth(FieldValue value) => value.State is not FieldState.Present ? null : value.Json switch
    {
        "true" => true,
        "false" => false,
        _ => HiBobValue.Scalar(value)?.ToUpperInvariant() switch
        {
            "TRUE" or "YES" => true,
            "FALSE" or "NO" => false,
            _ => null,
        },
    };
}
