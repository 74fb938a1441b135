using ScimBridge.Admin.Actions;
using ScimBridge.Storage.Records;

namespace ScimBridge.Admin.Pages.Tokens;

/// <summary>Says of tokens in words what the API says in codes.</summary>
internal static class TokenWords
{
    /// <summary>Every scope, by its code, with what it opens.</summary>
    public static IReadOnlyList<(string Scope, string Words)> Scopes { get; } =
    [
        ("read_users", "Users, with their groups"), ("read_groups", "Groups, with their members"), ("reports", "Reports (/odata), with everything in them"),
    ];

    /// <summary>Scopes in a few words.</summary>
    public static string Of(IReadOnlyList<string> scopes) => string.Join(", ", scopes.Select(scope => scope switch
    {
        "read_users" => "users",
        "read_groups" => "groups",
        _ => scope,
    }));

    /// <summary>What of the directory a token shows.</summary>
    public static IReadOnlyList<(string Words, string Text)> Restriction(TokenView token) =>
    [
        .. token.Attributes is { } attributes ? [("only", string.Join(", ", attributes))] : Array.Empty<(string, string)>(),
        .. token.Filters?.Users is { } users ? [("users where", users)] : Array.Empty<(string, string)>(),
        .. token.Filters?.Groups is { } groups ? [("groups where", groups)] : Array.Empty<(string, string)>(),
    ];

    /// <summary>Why a token can't be rotated or revoked here; null when it can.</summary>
    public static string? Untouchable(TokenView token) => token.Origin switch
    {
        ScimTokenOrigin.Configured => "from the settings",
        ScimTokenOrigin.Demo => "of the demo",
        _ => null,
    };

    /// <summary>A line for a shell that reads one resource with a token.</summary>
    /// <param name="server">The server's address, without a slash at its end.</param>
    /// <param name="token">The secret.</param>
    /// <param name="scopes">What the token may read.</param>
    public static string Curl(string server, string token, IReadOnlyList<string> scopes)
    {
        var path = scopes.Contains("read_users") ? "/scim/v2/Users?count=1" : scopes.Contains("read_groups") ? "/scim/v2/Groups?count=1" : "/odata/Users?$top=1";
        return $"curl -H 'Authorization: Bearer {token}' '{server}{path}'";
    }
}
