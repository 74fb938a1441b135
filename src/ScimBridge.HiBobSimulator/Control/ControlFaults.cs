using System.Text.Json;

namespace ScimBridge.HiBobSimulator.Control;

/// <summary>Faults as JSON.</summary>
internal static class ControlFaults
{
    private static readonly string[] Members =
    [
        "kind", "endpoint", "times", "skip", "statusCode", "retryAfterSeconds", "afterBytes", "delayMilliseconds", "chunkBytes", "categoryId",
    ];

    public static SimulatorFault Read(JsonElement body)
    {
        ControlJson.RequireObject(body, Members);
        var fault = SimulatorFault.Of(Name<FaultKind>(body, "kind") ?? throw ControlJson.Refuse("A fault needs a 'kind'."));
        return fault with
        {
            Endpoint = Name<SimulatorEndpoint>(body, "endpoint"),
            Times = Number(body, "times"),
            Skip = Number(body, "skip") ?? 0,
            StatusCode = Number(body, "statusCode") is { } status
                ? status is >= 400 and <= 599 ? status : throw ControlJson.Refuse("'statusCode' takes 400 to 599.")
                : fault.StatusCode,
            RetryAfterSeconds = Number(body, "retryAfterSeconds"),
            AfterBytes = Number(body, "afterBytes") ?? fault.AfterBytes,
            Delay = Number(body, "delayMilliseconds") is { } delay ? TimeSpan.FromMilliseconds(delay) : fault.Delay,
            ChunkBytes = Number(body, "chunkBytes") ?? fault.ChunkBytes,
            CategoryId = body.TryGetProperty("categoryId", out var category) && ControlJson.Value(category) is string id ? id : fault.CategoryId,
        };
    }

    public static void Write(Utf8JsonWriter writer, SimulatorFault fault) => ControlJson.WriteObject(
        writer,
        [
            ("kind", Camel(fault.Kind.ToString())), ("endpoint", fault.Endpoint is { } endpoint ? Camel(endpoint.ToString()) : null),
            ("times", fault.Times), ("skip", fault.Skip), ("statusCode", fault.StatusCode), ("retryAfterSeconds", fault.RetryAfterSeconds),
            ("afterBytes", fault.AfterBytes), ("delayMilliseconds", fault.Delay.TotalMilliseconds), ("chunkBytes", fault.ChunkBytes),
            ("categoryId", fault.CategoryId),
        ]);

    public static string Camel(string name) => char.ToLowerInvariant(name[0]) + name[1..];

    public static T? Name<T>(JsonElement body, string member)
        where T : struct, Enum
    {
        if (!body.TryGetProperty(member, out var value) || ControlJson.Value(value) is not { } given)
        {
            return null;
        }

        return given is string text && Enum.GetNames<T>().Any(name => Camel(name) == text)
            ? Enum.Parse<T>(text, ignoreCase: true)
            : throw ControlJson.Refuse($"'{member}' takes one of {string.Join(", ", Enum.GetNames<T>().Select(Camel))}.");
    }

    public static int? Number(JsonElement body, string member)
    {
        if (!body.TryGetProperty(member, out var value) || ControlJson.Value(value) is not { } given)
        {
            return null;
        }

        return given is long and >= 0 and <= int.MaxValue and var number
            ? (int)number
            : throw ControlJson.Refuse($"'{member}' takes a whole number that is not negative.");
    }
}
