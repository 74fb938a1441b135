using static ScimBridge.HiBobSimulator.SimulatorEndpoint;

namespace ScimBridge.HiBobSimulator.Api;

/// <summary>Which endpoint a request means. Paths are case-sensitive; a wrong method is a wrong path.</summary>
internal static class HiBobRoutes
{
    private const string Person = "/v1/people/";
    private const string List = "/v1/company/named-lists/";

    public static (SimulatorEndpoint Endpoint, string Argument) Match(string method, string path) => (method, path) switch
    {
        ("POST", "/v1/people/search") => (PeopleSearch, ""),
        ("POST", _) when IsOneBelow(path, Person) => (PersonRead, path[Person.Length..]),
        ("GET", "/v1/company/people/fields") => (Fields, ""),
        ("GET", "/v1/company/named-lists") => (NamedLists, ""),
        ("GET", _) when IsOneBelow(path, List) => (SimulatorEndpoint.NamedList, path[List.Length..]),
        ("GET", "/v1/profiles") => (Profiles, ""),
        _ => (Unknown, ""),
    };

    private static bool IsOneBelow(string path, string prefix) =>
        path.Length > prefix.Length && path.StartsWith(prefix, StringComparison.Ordinal) && !path.AsSpan(prefix.Length).Contains('/');
}
