using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using ScimBridge.Mapping.Rules;

namespace ScimBridge.Mapping;

/// <summary>The rules as JSON: what is stored, exported and imported is the same text.</summary>
internal static class DirectoryRulesJson
{
    /// <summary>The longest document that is read, in characters.</summary>
    public const int LongestDocument = 256 * 1024;

    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        AllowDuplicateProperties = false,
        RespectNullableAnnotations = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        MaxDepth = 64,
        WriteIndented = true,
        NewLine = "\n",
    };

    /// <summary>The rules as JSON, the same text for the same rules.</summary>
    public static string Write(DirectoryRules rules) => JsonSerializer.Serialize(rules, Options) + "\n";

    /// <summary>One rule as it stands in a document.</summary>
    public static string Write(AttributeRule rule) => JsonSerializer.Serialize(rule, Options);

    /// <summary>The rules of a document that was read before.</summary>
    /// <exception cref="JsonException">It is no rules document; the message holds nothing of what it says.</exception>
    public static DirectoryRules Read(string json) =>
        TryRead(json, out var rules, out var fault) ? rules : throw new JsonException($"{fault.Problem} ({fault.Pointer})");

    /// <summary>Reads a document that anybody may have written. What it means is for <see cref="DirectoryRulesValidator"/> to judge.</summary>
    public static bool TryRead(string json, [NotNullWhen(true)] out DirectoryRules? rules, [NotNullWhen(false)] out RuleFault? fault)
    {
        ArgumentNullException.ThrowIfNull(json);
        rules = null;
        if (json.Length > LongestDocument)
        {
            fault = new RuleFault("", "The document is too long.", $"A document has at most {LongestDocument} characters.");
            return false;
        }

        try
        {
            fault = FaultOfFormat(json);
            if (fault is not null)
            {
                return false;
            }

            rules = JsonSerializer.Deserialize<DirectoryRules>(json, Options)!;
            return true;
        }
        catch (JsonException exception)
        {
            fault = FaultOf(exception);
            return false;
        }
        catch (Exception exception) when (exception is ArgumentException or InvalidOperationException)
        {
            fault = new RuleFault("", "The document holds text that is no Unicode.", "Write it as UTF-8.");
            return false;
        }
    }

    // Before anything else is looked at: a later form may have members that this one does not know.
    private static RuleFault? FaultOfFormat(string json)
    {
        using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = Options.MaxDepth });
        var root = document.RootElement;
        if (root.ValueKind is not JsonValueKind.Object)
        {
            return new RuleFault("", "The document is no object.", "Write one object, with \"format\": 1 first.");
        }

        if (!root.TryGetProperty("format", out var format) || format.ValueKind is not JsonValueKind.Number
            || !format.TryGetInt32(out var number) || number != DirectoryRules.CurrentFormat)
        {
            return new RuleFault("/format", "The document does not say that its format is 1.", "Write \"format\": 1; no other form is known.");
        }

        return NullOf(root, "");
    }

    // The serializer would let them into lists and tables, where nothing expects them.
    private static RuleFault? NullOf(JsonElement element, string pointer) => element.ValueKind switch
    {
        JsonValueKind.Array => element.EnumerateArray().Select((item, index) => NullOf(item, $"{pointer}/{index}")).FirstOrDefault(fault => fault is not null),
        JsonValueKind.Object => element.EnumerateObject().Select(member => member is { Name: "homeAddress", Value.ValueKind: JsonValueKind.Null }
            ? null
            : NullOf(member.Value, $"{pointer}/{RuleFault.Escaped(member.Name)}")).FirstOrDefault(fault => fault is not null),
        JsonValueKind.Null => new RuleFault(pointer, "There is null where a value belongs.", "Leave the member out, or give it a value."),
        _ => null,
    };

    private static RuleFault FaultOf(JsonException exception) => new(
        PointerOf(exception.Path),
        exception.Path is null or "$" && exception.LineNumber is { } line
            ? $"The document can't be read from line {line + 1} on."
            : "Something here is unknown, missing, written twice, or of another type than it must be.",
        "Compare it with docs/mapping.md; names are written exactly as there, upper and lower case included.");

    private static string PointerOf(string? path)
    {
        var pointer = new StringBuilder();
        foreach (var part in (path ?? "").TrimStart('$').Split(['.', '[', ']', '\''], StringSplitOptions.RemoveEmptyEntries))
        {
            pointer.Append('/').Append(RuleFault.Escaped(part));
        }

        return pointer.ToString();
    }
}
