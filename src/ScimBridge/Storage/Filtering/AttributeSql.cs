using ScimBridge.Protocol.Resources;
using ScimBridge.Protocol.Schemas;
using ScimBridge.Storage.Records;

namespace ScimBridge.Storage.Filtering;

/// <summary>Says in SQL where a row has an attribute, in the form in which it is compared.</summary>
internal sealed class AttributeSql(SqlDialect dialect, ResourceTable table, QueryParameters parameters)
{
    /// <summary>The alias of the resources' rows.</summary>
    public const string Row = "t";

    private const string Element = "e";
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

        return attribute.Attribute.Name == "meta" && !attribute.IsExtension
            ? Meta(attribute.SubAttribute!)
            : Completed(dialect.Member(Document, Path(attribute), SqlTypes.Of(attribute.Target.Type)), attribute.Target);
    }

    /// <summary>That a complex attribute with at most one value has one.</summary>
    public string HasComplex(ResolvedAttribute attribute) => attribute.Attribute.Name == "meta" && !attribute.IsExtension
        ? "TRUE"
        : dialect.HasMember(Document, attribute.CanonicalName);

    /// <summary>The values of a multi-valued attribute.</summary>
    public SqlElements Elements(ResolvedAttribute attribute)
    {
        var whole = attribute with { SubAttribute = null };
        return table == ResourceTable.Groups && whole.CanonicalName == "members"
            ? Members()
            : new SqlElements(
                dialect.Values(Document, whole.CanonicalName, Element),
                "TRUE",
                $"{Element}.key",
                sub => Completed(
                    sub is null ? dialect.Value(Element, SqlTypes.Of(attribute.Attribute.Type)) : dialect.Member($"{Element}.value", [sub.Name], SqlTypes.Of(sub.Type)),
                    sub ?? attribute.Attribute));
    }

    /// <summary>That a row is among those that another table has a key for; null when there is no such table.</summary>
    /// <remarks>Written as "id among" and not as "exists": the database then asks the index of keys once and not once a row.</remarks>
    public string? Among(ResolvedAttribute attribute, string key) => (table.ResourceType, attribute.CanonicalName) switch
    {
        ("User", "emails.value") => Among("UserEmails", "UserId", $"k.\"ValueKey\" = {parameters.Add(key)}"),

        // The ids are lower-case, and the key of what ignores case is upper-case.
        ("User", "groups.value") => Among("Memberships", "UserId", $"k.\"GroupId\" = {parameters.Add(key.ToLowerInvariant())}"),
        ("Group", "members.value") => Among("Memberships", "GroupId", $"k.\"UserId\" = {parameters.Add(key.ToLowerInvariant())}"),
        _ => null,
    };

    /// <summary>That a row is among those whose keys in another table contain a text; null when there is no such table, or no text.</summary>
    /// <remarks>Its rows are small, and each looked at once: a fifth of what looking into everybody's JSON takes.</remarks>
    public string? AmongContaining(ResolvedAttribute attribute, string part) =>
        (table.ResourceType, attribute.CanonicalName, part.Length) is ("User", "emails.value", > 0)
            ? Among("UserEmails", "UserId", dialect.Contains("k.\"ValueKey\"", parameters.Add(part)))
            : null;

    private static string Among(string otherTable, string id, string condition) =>
        $"{Row}.\"Id\" IN (SELECT k.\"{id}\" FROM \"{otherTable}\" AS k WHERE {AtVersion("k")} AND {condition})";

    private static List<string> Path(ResolvedAttribute attribute)
    {
        var whole = attribute with { SubAttribute = null };
        return attribute.SubAttribute is null ? [whole.CanonicalName] : [whole.CanonicalName, attribute.SubAttribute.Name];
    }

    private string Meta(AttributeDefinition sub) => sub.Name switch
    {
        "resourceType" => dialect.Ordinal($"'{table.ResourceType}'"),
        "location" => dialect.Ordinal($"({parameters.NeedBaseUrl()} || '/{table.Name}/' || {Row}.\"Id\")"),
        "version" => dialect.Ordinal($"('W/\"' || {dialect.Hex($"{Row}.\"Hash\"")} || '\"')"),
        _ => throw new ArgumentException("The resource's metadata has no such part.", nameof(sub)),
    };

    // A reference into the service provider is kept with a marker in the place of the base URL.
    private string Completed(string value, AttributeDefinition attribute) => attribute.Type is AttributeType.Reference
        ? dialect.Ordinal($"replace({value}, {dialect.Character(ResourceReference.BaseUrlMarker)}, {parameters.NeedBaseUrl()})")
        : value;

    private SqlElements Members() => new(
        $"\"{nameof(ScimBridgeContext.Memberships)}\" AS {Element}",
        $"{AtVersion(Element)} AND {Element}.\"GroupId\" = {Row}.\"Id\"",
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
