using System.Globalization;

namespace ScimBridge.HiBobSimulator;

/// <summary>A length of time as HiBob writes it: ISO text, a number to sort by, and words.</summary>
internal sealed record PeriodValue(int Days)
{
    public string Iso => Years > 0 ? $"P{Years.ToString(CultureInfo.InvariantCulture)}Y" : $"P{Days.ToString(CultureInfo.InvariantCulture)}D";

    public string Humanized => Years switch
    {
        0 => Days == 1 ? "1 day" : $"{Days.ToString(CultureInfo.InvariantCulture)} days",
        1 => "1 year",
        _ => $"{Years.ToString(CultureInfo.InvariantCulture)} years",
    };

    private int Years => Days / 365;
}
