using System.Text.Encodings.Web;
using System.Text.Json;
using ScimBridge.HiBobSimulator.Api;

namespace ScimBridge.HiBobSimulator.Control;

/// <summary>Reads and writes the JSON of the control endpoints.</summary>
internal static class ControlJson
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Indented = true };

    public static async Task<JsonElement> ReadAsync(HttpContext context)
    {
        try
        {
            using var document = await JsonDocument.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted);
            return document.RootElement.Clone();
        }
        catch (JsonException problem)
        {
            throw Refuse($"The body is not JSON: {problem.Message}");
        }
    }

    public static async Task<JsonElement> ReadObjectAsync(HttpContext context, params string[] allowed)
    {
        var body = await ReadAsync(context);
        RequireObject(body, allowed);
        return body;
    }

    public static void RequireObject(JsonElement body, params string[] allowed)
    {
        if (body.ValueKind != JsonValueKind.Object)
        {
            throw Refuse("The body must be an object.");
        }

        foreach (var property in body.EnumerateObject())
        {
            if (allowed.Length > 0 && !allowed.Contains(property.Name, StringComparer.Ordinal))
            {
                throw Refuse($"There is no '{property.Name}'; known are {string.Join(", ", allowed)}.");
            }
        }
    }

    public static object? Value(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.String => element.GetString(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Number => element.TryGetInt64(out var number) ? (object)number : element.GetDouble(),
        JsonValueKind.Array => element.EnumerateArray().Select(item => item.ValueKind == JsonValueKind.String
            ? item.GetString() ?? ""
            : throw Refuse("An array may hold strings only.")).ToArray(),

        // A manager may be given in the form in which HiBob returns one.
        JsonValueKind.Object when element.TryGetProperty("id", out var id) && id.ValueKind == JsonValueKind.String => id.GetString(),
        _ => throw Refuse("A value is text, a number, true, false, null, an array of strings, or an object with an id."),
    };

    public static void WriteValue(Utf8JsonWriter writer, object? value)
    {
        switch (value)
        {
            case null:
                writer.WriteNullValue();
                break;
            case bool flag:
                writer.WriteBooleanValue(flag);
                break;
            case long number:
                writer.WriteNumberValue(number);
                break;
            case int number:
                writer.WriteNumberValue(number);
                break;
            case double number:
                writer.WriteNumberValue(number);
                break;
            case IEnumerable<string> several:
                writer.WriteStartArray();
                foreach (var text in several)
                {
                    writer.WriteStringValue(text);
                }

                writer.WriteEndArray();
                break;
            default:
                writer.WriteStringValue(value.ToString());
                break;
        }
    }

    public static void WriteObject(Utf8JsonWriter writer, IEnumerable<(string Name, object? Value)> members)
    {
        writer.WriteStartObject();
        foreach (var (name, value) in members)
        {
            writer.WritePropertyName(name);
            WriteValue(writer, value);
        }

        writer.WriteEndObject();
    }

    public static async Task AnswerAsync(HttpContext context, Action<Utf8JsonWriter> write, int status = StatusCodes.Status200OK)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        await using (var writer = new Utf8JsonWriter(context.Response.BodyWriter, Options))
        {
            write(writer);
        }

        await context.Response.BodyWriter.FlushAsync(context.RequestAborted);
    }

    public static Task AnswerAsync(HttpContext context, params (string Name, object? Value)[] members) =>
        AnswerAsync(context, writer => WriteObject(writer, members));

    public static Task ErrorAsync(HttpContext context, int status, string message) =>
        AnswerAsync(context, writer => WriteObject(writer, [("error", message)]), status);

    public static BadRequestException Refuse(string message) => new("control", message);
}
