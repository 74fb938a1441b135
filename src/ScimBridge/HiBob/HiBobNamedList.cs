using System.Text.Json;

namespace ScimBridge.HiBob;

/// <summary>A named list, in any of the shapes that HiBob documents or answers.</summary>
internal sealed class HiBobNamedList
{
    private static readonly string[] ItemMembers = ["items", "values"];

    private readonly Dictionary<string, HiBobListItem> byId = new(StringComparer.Ordinal);

    private HiBobNamedList()
    {
    }

    /// <summary>All items, parents before their children.</summary>
    public IReadOnlyCollection<HiBobListItem> Items => byId.Values;

    /// <summary>The name of an item; null when the list does not have it.</summary>
    public string? NameOf(string id) => byId.GetValueOrDefault(id)?.Name;

    /// <summary>Finds the list of that name in an answer.</summary>
    /// <exception cref="HiBobShapeException">The answer has none.</exception>
    public static HiBobNamedList Parse(JsonElement root, string name)
    {
        var list = new HiBobNamedList();
        list.Add(Find(root, name) ?? throw new HiBobShapeException("it is JSON, but no list"), [], []);
        return list;
    }

    private static JsonElement? Find(JsonElement element, string name)
    {
        if (element.ValueKind is JsonValueKind.Array)
        {
            var lists = element.EnumerateArray().Where(item => ItemsOf(item) is not null).ToArray();
            var named = lists.FirstOrDefault(item => string.Equals(Text(item, "name"), name, StringComparison.Ordinal));
            return named.ValueKind is JsonValueKind.Object ? ItemsOf(named) : lists.Length == 0 ? element : null;
        }

        return element.ValueKind is not JsonValueKind.Object ? null
            : ItemsOf(element) is { } items ? items
            : element.TryGetProperty(name, out var keyed) ? Find(keyed, name)
            : null;
    }

    // Both members hold the same; should one be left empty, the other counts.
    private static JsonElement? ItemsOf(JsonElement element)
    {
        JsonElement? found = null;
        foreach (var member in ItemMembers)
        {
            if (element.ValueKind is JsonValueKind.Object
                && element.TryGetProperty(member, out var items)
                && items.ValueKind is JsonValueKind.Array
                && (found is null || found.Value.GetArrayLength() == 0))
            {
                found = items;
            }
        }

        return found;
    }

    private void Add(JsonElement items, IReadOnlyList<string> parents, IReadOnlyList<string> ancestors)
    {
        foreach (var item in items.EnumerateArray().Where(item => item.ValueKind is JsonValueKind.Object))
        {
            var name = Text(item, "name") ?? Text(item, "value");
            var id = Text(item, "id") ?? name;
            var path = name is null ? parents : [.. parents, name];
            if (id is not null && name is not null)
            {
                var archived = item.TryGetProperty("archived", out var flag) && flag.ValueKind is JsonValueKind.True;
                byId.TryAdd(id, new HiBobListItem(id, name, path, ancestors, archived));
            }

            if (item.TryGetProperty("children", out var children) && children.ValueKind is JsonValueKind.Array)
            {
                Add(children, path, id is null ? ancestors : [.. ancestors, id]);
            }
        }
    }

    private static string? Text(JsonElement item, string member)
    {
        if (!item.TryGetProperty(member, out var value))
        {
            return null;
        }

        var text = value.ValueKind switch
        {
            JsonValueKind.String => value.GetString()!.Trim(),
            JsonValueKind.Number => value.GetRawText(),
            _ => "",
        };
        return text.Length == 0 ? null : text;
    }
}
