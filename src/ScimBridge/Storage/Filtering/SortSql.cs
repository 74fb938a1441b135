using ScimBridge.Protocol.Sorting;

namespace ScimBridge.Storage.Filtering;

/// <summary>Turns an order into SQL (RFC 7644 section 3.4.2.3).</summary>
internal sealed class SortSql(AttributeSql attributes)
{
    /// <summary>The expression by which rows are ordered; NULL for a row without a value.</summary>
    public string Key(SortKey key)
    {
        if (!key.Attribute.Attribute.MultiValued)
        {
            return attributes.Single(key.Attribute);
        }

        var elements = attributes.Elements(key.Attribute);
        var primaryFirst = key.Attribute.Attribute.FindSubAttribute("primary") is { } primary
            ? $"COALESCE({elements.ValueOf(primary)}, FALSE) DESC, "
            : "";
        return $"(SELECT {elements.ValueOf(key.Attribute.SubAttribute)} FROM {elements.From} WHERE {elements.Where} ORDER BY {primaryFirst}{elements.Order} LIMIT 1)";
    }

    /// <summary>The order of a column that holds the key. The databases put NULL at opposite ends, so its place is said.</summary>
    public static string Order(string column, bool descending) => descending
        ? $"({column} IS NULL) DESC, {column} DESC"
        : $"({column} IS NULL), {column}";
}
