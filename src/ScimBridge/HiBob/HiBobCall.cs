namespace ScimBridge.HiBob;

/// <summary>One request to HiBob, before it is known as whom and where.</summary>
/// <param name="Method">GET or POST.</param>
/// <param name="Path">The path under the base URL, with its query, and without a slash in front.</param>
/// <param name="Endpoint">Which of HiBob's request budgets it draws on, in the words of its documentation.</param>
/// <param name="Purpose">What the request is for, as the object of "reading".</param>
/// <param name="Body">The JSON to post; null with GET, where HiBob answers 400 to a content type.</param>
internal sealed record HiBobCall(HttpMethod Method, string Path, string Endpoint, string Purpose, byte[]? Body)
{
    /// <summary>Where a request carries its call through the handlers.</summary>
    public static readonly HttpRequestOptionsKey<HiBobCall> Option = new("HiBobCall");

    /// <summary>Whether less can be asked for at a time, so that one that was too slow is not simply tried again.</summary>
    public bool Divisible { get; init; }

    /// <summary>The company's field metadata, which need no permission.</summary>
    public static HiBobCall Fields { get; } = new(HttpMethod.Get, "company/people/fields", "GET /company/people/fields", "the field metadata", null);

    /// <summary>One named list with its archived items; names are case-sensitive.</summary>
    public static HiBobCall NamedList(string name) => new(
        HttpMethod.Get,
        $"company/named-lists/{Uri.EscapeDataString(name)}?includeArchived=true",
        "GET /company/named-lists/{list}",
        $"the list \"{name}\"",
        null);

    /// <summary>Some people's fields, by their ids.</summary>
    public static HiBobCall PeopleSearch(IEnumerable<string> fields, IEnumerable<string> ids) => new(
        HttpMethod.Post, "people/search", "POST /people/search", "the employees asked for", PeopleSearchBody.Write(fields, ids));

    /// <summary>Everybody's fields, joiners and leavers included.</summary>
    public static HiBobCall PeopleSearch(IEnumerable<string> fields) => new(
        HttpMethod.Post, "people/search", "POST /people/search", "the employees", PeopleSearchBody.Write(fields))
    { Divisible = true };

    /// <summary>Everybody's id.</summary>
    public static HiBobCall Ids { get; } = new(
        HttpMethod.Post, "people/search", "POST /people/search", "the employees' ids", PeopleSearchBody.WriteIds());

    /// <summary>One person, by id or e-mail address; HiBob has inactive people here as well.</summary>
    public static HiBobCall Person(string identifier, IEnumerable<string> fields) => new(
        HttpMethod.Post, $"people/{Uri.EscapeDataString(identifier)}", "POST /people/{id}", "one employee", PeopleSearchBody.WriteOne(fields));
}
