using System.Globalization;

namespace ScimBridge.HiBobSimulator;

/// <summary>The program's command line.</summary>
internal static class SimulatorArguments
{
    public const string Usage = """
        Plays HiBob on 127.0.0.1.

          --people N             how many people, 10 to 100000 (1000), or 0
          --port N               the port (7080); 0 takes any free one
          --seed N               the company's seed (1)
          --as-of yyyy-MM-dd     the day around which joiners and leavers lie (the first day of the quarter)
          --service-user ID      the service user's id (SERVICE-1234)
          --token TEXT           the service user's token (test-token)
          --rate-limit N         requests per minute and endpoint (HiBob's own); 0 for none
          --date-format F        display dates: dmy (31/12/2026), mdy (12/31/2026) or iso
          --set NAME=VALUE       a switch, as often as needed; GET /_control/switches on a running simulator names them all
        """;

    public static HiBobSimulatorOptions Parse(IReadOnlyList<string> args)
    {
        var options = new HiBobSimulatorOptions { People = 1000, Port = 7080, LogToConsole = true };
        for (var index = 0; index < args.Count; index += 2)
        {
            var value = index + 1 < args.Count ? args[index + 1] : throw new FormatException($"{args[index]} needs a value.");
            options = args[index] switch
            {
                "--people" => options with { People = Number(args[index], value) },
                "--port" => options with { Port = Number(args[index], value) },
                "--seed" => options with { Seed = Number(args[index], value) },
                "--as-of" => options with { ReferenceDate = Day(value) },
                "--service-user" => options with { ServiceUserId = value },
                "--token" => options with { Token = value },
                "--rate-limit" => options with { RateLimitPerMinute = Number(args[index], value) },
                "--date-format" => options with { Shapes = new SimulatorShapes { DateFormat = Format(value) } },
                "--set" => options with { Switches = [.. options.Switches, Switch(value)] },
                _ => throw new FormatException($"There is no option {args[index]}."),
            };
        }

        return options;
    }

    private static int Number(string name, string value) => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        ? number
        : throw new FormatException($"{name} takes a whole number, not '{value}'.");

    private static DateOnly Day(string value) =>
        DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : throw new FormatException($"--as-of takes yyyy-MM-dd, not '{value}'.");

    private static KeyValuePair<string, string> Switch(string text) => text.IndexOf('=', StringComparison.Ordinal) is > 0 and var place
        ? new(text[..place], text[(place + 1)..])
        : throw new FormatException($"--set takes NAME=VALUE, not '{text}'.");

    private static DisplayDateFormat Format(string value) => value switch
    {
        "dmy" => DisplayDateFormat.DayMonthYear,
        "mdy" => DisplayDateFormat.MonthDayYear,
        "iso" => DisplayDateFormat.Iso,
        _ => throw new FormatException($"--date-format takes dmy, mdy or iso, not '{value}'."),
    };
}
