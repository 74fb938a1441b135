using System.Text.Json;

namespace ScimBridge.HiBob;

/// <summary>The body of people/search.</summary>
internal static class PeopleSearchBody
{
    /// <summary>Asks everybody for the fields.</summary>
    /// <remarks>
    /// APPEND, never REPLACE, which destroys ids and dates. No <c>filters</c> key, since HiBob answers 400 to an empty one.
    /// </remarks>
    public static byte[] Write(IEnumerable<string> fields) => JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, object>
    {
        ["fields"] = fields.ToArray(),
        ["showInactive"] = true,
        ["humanReadable"] = "APPEND",
    });

    /// <summary>Asks for the fields of whoever has one of the values in a field, <c>root.id</c> or <c>root.email</c>.</summary>
    public static byte[] Write(IEnumerable<string> fields, string filterField, IEnumerable<string> values) =>
        JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, object>
        {
            ["fields"] = fields.ToArray(),
            ["filters"] = new[]
            {
                new Dictionary<string, object> { ["fieldPath"] = filterField, ["operator"] = "equals", ["values"] = values.ToArray() },
            },
            ["showInactive"] = true,
            ["humanReadable"] = "APPEND",
        });
}
