using System.Text.Json;

namespace ScimBridge.HiBob;

/// <summary>The bodies of people/search and of reads of one person.</summary>
/// <remarks>APPEND, never REPLACE, which destroys ids and dates. No <c>filters</c> unless there is one: HiBob answers 400 to none.</remarks>
internal static class PeopleSearchBody
{
    /// <summary>Asks everybody for the fields.</summary>
    public static byte[] Write(IEnumerable<string> fields) => JsonSerializer.SerializeToUtf8Bytes(Everybody(fields));

    /// <summary>Asks for the fields of whoever has one of the ids.</summary>
    public static byte[] Write(IEnumerable<string> fields, IEnumerable<string> ids)
    {
        var body = Everybody(fields);
        body["filters"] = new[]
        {
            new Dictionary<string, object> { ["fieldPath"] = HiBobFieldIds.Id, ["operator"] = "equals", ["values"] = ids.ToArray() },
        };
        return JsonSerializer.SerializeToUtf8Bytes(body);
    }

    /// <summary>Asks everybody for the id and nothing else, not even its display form.</summary>
    public static byte[] WriteIds() => JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, object>
    {
        ["fields"] = new[] { HiBobFieldIds.Id },
        ["showInactive"] = true,
    });

    /// <summary>Asks one person, whom the path names, for the fields.</summary>
    public static byte[] WriteOne(IEnumerable<string> fields) => JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, object>
    {
        ["fields"] = fields.ToArray(),
        ["humanReadable"] = "APPEND",
    });

    private static Dictionary<string, object> Everybody(IEnumerable<string> fields) => new()
    {
        ["fields"] = fields.ToArray(),
        ["showInactive"] = true,
        ["humanReadable"] = "APPEND",
    };
}
