using System.Text;
using ScimBridge.Protocol;
using ScimBridge.Protocol.Filtering;
using ScimBridge.Protocol.Schemas;
using ScimBridge.Storage;
using ScimBridge.Storage.Reading;

namespace ScimBridge.Directories;

/// <summary>Checks a token's restriction by a directory's schemas, and makes of both the schemas that the token's client reads by.</summary>
internal static class RestrictionBinder
{
    /// <summary>How many characters of the restriction's digest an entity tag has: enough that no two restrictions of a directory share them by chance.</summary>
    private const int MarkLength = 12;

    /// <summary>Binds <paramref name="restriction"/>.</summary>
    /// <exception cref="ScimException">400: it names what the schemas do not have, or its filters are malformed or too large. The detail says where, and what was expected.</exception>
    public static DirectorySchema Bind(TokenRestriction restriction, SchemaCatalog catalog, FilterLimits limits)
    {
        foreach (var (name, index) in (restriction.Attributes ?? []).Select((name, index) => (name, index)))
        {
            if (!catalog.Knows(name))
            {
                throw ScimException.InvalidValue(
                    $"attributes[{index}]: the directory has no '{name}'; expected an attribute or a sub-attribute that /scim/v2/Schemas lists, such as "
                    + "userName, name.familyName or urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department, or the URN of a schema for all that it has.");
            }
        }

        var visible = new Visibility(
            Bind("users", restriction.Users, "User", catalog, limits), Bind("groups", restriction.Groups, "Group", catalog, limits), MarkOf(restriction));
        return new DirectorySchema(catalog.Restricted(restriction.Attributes), visible);
    }

    private static BoundFilter? Bind(string name, string? filter, string resourceType, SchemaCatalog catalog, FilterLimits limits)
    {
        try
        {
            return filter is null ? null : FilterBinder.Bind(FilterParser.Parse(filter, limits), catalog, resourceType);
        }
        catch (ScimException fault)
        {
            throw ScimException.InvalidFilter($"filters.{name}: {fault.Error.Detail}");
        }
    }

    private static string MarkOf(TokenRestriction restriction) =>
        Convert.ToHexStringLower(Digest.Of(Encoding.UTF8.GetBytes(restriction.ToText() ?? "")).ToBytes())[..MarkLength];
}
