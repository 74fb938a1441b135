using ScimBridge.Directories;
using ScimBridge.Protocol;
using ScimBridge.Storage.Filtering;
using ScimBridge.Storage.Records;

namespace ScimBridge.Scim;

/// <summary>Which resource types a token may read.</summary>
internal static class ReadableTypes
{
    /// <summary>The scopes that lists depend on.</summary>
    public const ScimTokenScopes Scopes = ScimTokenScopes.Users | ScimTokenScopes.Groups;

    /// <summary>Those of <paramref name="tables"/> that the caller's token may read.</summary>
    /// <exception cref="ScimException">403: it may read none of them.</exception>
    public static IReadOnlyList<ResourceTable> Of(HttpContext context, IReadOnlyList<ResourceTable> tables)
    {
        var scopes = context.Bearer().Scopes;
        if (scopes.HasFlag(Scopes))
        {
            return tables;
        }

        List<ResourceTable> readable = [.. tables.Where(table => scopes.HasFlag(ScopeOf(table)))];
        return readable.Count > 0 ? readable : throw Refusal(context, tables);
    }

    private static ScimTokenScopes ScopeOf(ResourceTable table) => table == ResourceTable.Users ? ScimTokenScopes.Users : ScimTokenScopes.Groups;

    private static ScimException Refusal(HttpContext context, IReadOnlyList<ResourceTable> tables)
    {
        context.Response.Headers.Append("WWW-Authenticate", BearerChallenge.Of("insufficient_scope"));
        return ScimException.Forbidden(
            $"The token may not read {string.Join(" or ", tables.Select(table => table.Name))}. Have an admin make one with that scope for this client.");
    }
}
