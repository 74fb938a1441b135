using ScimBridge.Protocol;
using ScimBridge.Protocol.Resources;
using ScimBridge.Protocol.Schemas;
using ScimBridge.Storage.Records;

namespace ScimBridge.Storage.Filtering;

/// <summary>Says in SQL where a row has an attribute, in the form in which it is compared.</summary>
/// <param name="dialect">The database's words.</param>
/// <param name="table">Where the rows are.</param>
/// <param name="parameters">Receives values.</param>
/// <param name="visible">What the client can see, where that is not everything: other resources are not named to it.</param>
internal sealed class AttributeSql(SqlDialect dialect, ResourceTable table, QueryParameters parameters, VisibleSql? visible = null)
{
    /// <summary>The alias of the resources' rows.</summary>
    public const string Row = "t";

    private const string Element = "e";
    private const string Manager = $"{ScimSchemaUris.EnterpriseUser}:manager";
    private const string Document = $"{Row}.\"{nameof(UserRecord.Search)}\"";

    /// <summary>The condition that a row holds in the version.</summary>
    public static string AtVersion(string alias) =>
        $"{alias}.\"DirectoryId\" = {QueryParameters.Directory} AND {alias}.\"ValidFrom\" <= {QueryParameters.Version} AND {alias}.\"ValidTo\" > {QueryParameters.Version}";

    /// <summary>The value of an attribute that has at most one, and is not complex; NULL without a value.</summary>
    public string Single(ResolvedAttribute attribute)
    {
        if (table.Columns.TryGetValue(attribute.CanonicalName, out var column))
        {
            return $"{Row}.\"{column}\"";
        }

        if (attribute.Attribute.Name == "meta" && !attribute.IsExtension)
        {
            return Meta(attribute.SubAttribute!);
        }

        var value = Completed(dialect.Member(Document, Path(attribute), SqlTypes.Of(attribute.Target.Type)), attribute.Target);
        return IsVisibleManager(attribute) is { } isVisible ? $"(CASE WHEN {isVisible} THEN {value} END)" : value;
    }

    /// <summary>That a complex attribute with at most one value has one.</summary>
    public string HasComplex(ResolvedAttribute attribute)
    {
        if (attribute.Attribute.Name == "meta" && !attribute.IsExtension)
        {
            return "TRUE";
        }

        // Of an attribute that is shown in part a client can tell only whether the part has a value.
        return visible is null
            ? dialect.HasMember(Document, attribute.CanonicalName)
            : AnyPart(attribute.Attribute, sub => Single(attribute with { SubAttribute = sub }));
    }

    /// <summary>The values of a multi-valued attribute.</summary>
    public SqlElements Elements(ResolvedAttribute attribute)
    {
        var elements = StoredElements(attribute);
        return visible is null || attribute.Attribute.Type != AttributeType.Complex
            ? elements
            : elements with { Where = $"{elements.Where} AND {AnyPart(attribute.Attribute, elements.ValueOf)}" };
    }

    private static string AnyPart(AttributeDefinition attribute, Func<AttributeDefinition, string> valueOf) =>
        $"({string.Join(" OR ", attribute.SubAttributes.Select(sub => $"{valueOf(sub)} IS NOT NULL"))})";

    private SqlElements StoredElements(ResolvedAttribute attribute)
    {
        var whole = attribute with { SubAttribute = null };
        if (table == ResourceTable.Groups && whole.CanonicalName == "members")
        {
            return Members();
        }

        var isVisible = table == ResourceTable.Users && whole.CanonicalName == "groups"
            ? visible?.IsVisible(dialect.Member($"{Element}.value", ["value"], SqlType.Text), ResourceTable.Groups, isKey: true)
            : null;
        return new SqlElements(
            dialect.Values(Document, whole.CanonicalName, Element),
            isVisible ?? "TRUE",
            $"{Element}.key",
            sub => Completed(
                sub is null ? dialect.Value(Element, SqlTypes.Of(attribute.Attribute.Type)) : dialect.Member($"{Element}.value", [sub.Name], SqlTypes.Of(sub.Type)),
                sub ?? attribute.Attribute));
    }

    /// <summary>That a row is among those that another table has a key for; null when there is no such table.</summary>
    /// <remarks>Written as "id among" and not as "exists": the database then asks the index of keys once and not once a row.</remarks>
    public string? Among(ResolvedAttribute attribute, string key) => (table.ResourceType, attribute.CanonicalName) switch
    {
        ("User", "emails.value") => Among("UserEmails", "UserId", "ValueKey", parameters.Add(key)),

        // The ids are lower-case, and the key of what ignores case is upper-case.
        ("User", "groups.value") => Among("Memberships", "UserId", "GroupId", parameters.Add(key.ToLowerInvariant()), ResourceTable.Groups),
        ("Group", "members.value") => Among("Memberships", "GroupId", "UserId", parameters.Add(key.ToLowerInvariant()), ResourceTable.Users),
        _ => null,
    };

    private string Among(string otherTable, string id, string keyColumn, string key, ResourceTable? named = null)
    {
        var isVisible = named is null ? null : visible?.IsVisible($"k.\"{keyColumn}\"", named);
        return $"{Row}.\"Id\" IN (SELECT k.\"{id}\" FROM \"{otherTable}\" AS k WHERE {AtVersion("k")} AND k.\"{keyColumn}\" = {key}"
            + $"{(isVisible is null ? "" : $" AND {isVisible}")})";
    }

    /// <summary>That a user's manager can be seen; null when all can, and for what is no part of the manager. Never NULL in SQL.</summary>
    private string? IsVisibleManager(ResolvedAttribute attribute)
    {
        if (visible is null || table != ResourceTable.Users || (attribute with { SubAttribute = null }).CanonicalName != Manager)
        {
            return null;
        }

        const string Id = $"{Row}.\"{nameof(UserRecord.ManagerId)}\"";
        return visible.IsVisible(Id, ResourceTable.Users) is { } isVisible ? $"({Id} IS NOT NULL AND {isVisible})" : null;
    }

    private static List<string> Path(ResolvedAttribute attribute)
    {
        var whole = attribute with { SubAttribute = null };
        return attribute.SubAttribute is null ? [whole.CanonicalName] : [whole.CanonicalName, attribute.SubAttribute.Name];
    }

    private string Meta(AttributeDefinition sub) => sub.Name switch
    {
        "resourceType" => dialect.Ordinal($"'{table.ResourceType}'"),
        "location" => dialect.Ordinal($"({parameters.NeedBaseUrl()} || '/{table.Name}/' || {Row}.\"Id\")"),
        "version" => dialect.Ordinal($"('W/\"' || {dialect.Hex($"{Row}.\"Hash\"")} || {(visible is null ? "" : $"{visible.AddTagEnd()} || ")}'\"')"),
        _ => throw new ArgumentException("The resource's metadata has no such part.", nameof(sub)),
    };

    // A reference into the service provider is kept with a marker in the place of the base URL.
    private string Completed(string value, AttributeDefinition attribute) => attribute.Type is AttributeType.Reference
        ? dialect.Ordinal($"replace({value}, {dialect.Character(ResourceReference.BaseUrlMarker)}, {parameters.NeedBaseUrl()})")
        : value;

    private SqlElements Members() => new(
        $"\"{nameof(ScimBridgeContext.Memberships)}\" AS {Element}",
        $"{AtVersion(Element)} AND {Element}.\"GroupId\" = {Row}.\"Id\"{(visible?.IsVisible($"{Element}.\"UserId\"", ResourceTable.Users) is { } isVisible ? $" AND {isVisible}" : "")}",
        $"{Element}.\"UserOrdinal\"",
        sub => sub?.Name switch
        {
            "value" => $"upper({Element}.\"UserId\")",
            "$ref" => dialect.Ordinal($"{parameters.NeedBaseUrl()} || '/Users/' || {Element}.\"UserId\""),
            "type" => dialect.Ordinal("'USER'"),
            "display" => $"{Element}.\"DisplayKey\"",
            _ => throw new ArgumentException("A member has no such part.", nameof(sub)),
        });
}
