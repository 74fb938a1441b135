namespace ScimBridge.HiBobSimulator;

/// <summary>How dates look in display text; in HiBob it is a setting of the calling user.</summary>
public enum DisplayDateFormat
{
    /// <summary>31/12/2026</summary>
    DayMonthYear,

    /// <summary>12/31/2026</summary>
    MonthDayYear,

    /// <summary>2026-12-31</summary>
    Iso,
}
