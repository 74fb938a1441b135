namespace ScimBridge.HiBob;

/// <summary>One request to HiBob, before it is known as whom and where.</summary>
/// <param name="Method">GET or POST.</param>
/// <param name="Path">The path under the base URL, with its query, and without a slash in front.</param>
/// <param name="Endpoint">Which of HiBob's request budgets it draws on.</param>
/// <param name="Purpose">What the request is for, as the object of "reading".</param>
/// <param name="Body">The JSON to post; null with GET, where HiBob answers 400 to a content type.</param>
internal sealed record HiBobCall(HttpMethod Method, string Path, string Endpoint, string Purpose, byte[]? Body)
{
    /// <summary>The company's field metadata, which need no permission.</summary>
    public static HiBobCall Fields { get; } = new(HttpMethod.Get, "company/people/fields", "fields", "the field metadata", null);

    /// <summary>One named list with its archived items; names are case-sensitive.</summary>
    public static HiBobCall NamedList(string name) => new(
        HttpMethod.Get,
        $"company/named-lists/{Uri.EscapeDataString(name)}?includeArchived=true",
        "named-lists",
        $"the list \"{name}\"",
        null);

    /// <summary>Some people's fields, by their ids or, alone, by e-mail address.</summary>
    public static HiBobCall PeopleSearch(IEnumerable<string> fields, string filterField, IEnumerable<string> values) => new(
        HttpMethod.Post, "people/search", "people-search", "the employees asked for", PeopleSearchBody.Write(fields, filterField, values));

    /// <summary>Everybody's fields, joiners and leavers included.</summary>
    public static HiBobCall PeopleSearch(IEnumerable<string> fields) => new(
        HttpMethod.Post, "people/search", "people-search", "the employees", PeopleSearchBody.Write(fields));
}
