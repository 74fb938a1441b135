using ScimBridge.Storage.Records;

namespace ScimBridge.Admin.Actions;

/// <summary>The words of the API for what a token may read.</summary>
internal static class TokenScopes
{
    private static readonly (string Word, ScimTokenScopes Scope)[] Known =
    [
        ("read_users", ScimTokenScopes.Users), ("read_groups", ScimTokenScopes.Groups), ("reports", ScimTokenScopes.Reports),
    ];

    /// <summary>All words, for whoever used another one.</summary>
    public static string All { get; } = string.Join(", ", Known.Select(known => known.Word));

    /// <summary>The words for scopes.</summary>
    public static IReadOnlyList<string> Words(ScimTokenScopes scopes) =>
        [.. Known.Where(known => scopes.HasFlag(known.Scope)).Select(known => known.Word)];

    /// <summary>The scopes that words name; null when there is none, or a word is unknown.</summary>
    public static ScimTokenScopes? Of(IReadOnlyCollection<string?>? words)
    {
        var scopes = ScimTokenScopes.None;
        foreach (var word in words ?? [])
        {
            var scope = Array.Find(Known, known => known.Word == word).Scope;
            if (scope is ScimTokenScopes.None)
            {
                return null;
            }

            scopes |= scope;
        }

        return scopes is ScimTokenScopes.None ? null : scopes;
    }
}
