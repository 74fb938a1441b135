using System.Collections.Concurrent;
using System.Globalization;

namespace ScimBridge.HiBobSimulator;

/// <summary>A named list of the company, such as <c>department</c>, as a tree of items.</summary>
public sealed class NamedList
{
    private readonly Lock gate = new();
    private readonly ConcurrentDictionary<object, ListItem> byId = new();
    private volatile ListItem[] roots = [];

    internal NamedList(string name, bool integerIds)
    {
        Name = name;
        IntegerIds = integerIds;
    }

    /// <summary>The name, which is case-sensitive.</summary>
    public string Name { get; }

    /// <summary>Whether item ids are JSON integers instead of strings.</summary>
    public bool IntegerIds { get; }

    /// <summary>The items at the top of the tree, archived ones included.</summary>
    public IReadOnlyList<ListItem> Items => roots;

    /// <summary>Every item at any depth.</summary>
    public IReadOnlyCollection<ListItem> AllItems => [.. byId.Values];

    /// <summary>Finds an item at any depth.</summary>
    public ListItem? Find(object id) => byId.GetValueOrDefault(ToId(id));

    internal ListItem Add(object id, string name, object? parentId)
    {
        lock (gate)
        {
            var parent = parentId is null ? null : Require(parentId);
            var item = new ListItem(ToId(id), name);
            if (!byId.TryAdd(item.Id, item))
            {
                throw new ArgumentException($"The list '{Name}' already has an item '{id}'.", nameof(id));
            }

            if (parent is null)
            {
                roots = [.. roots, item];
            }
            else
            {
                parent.AddChild(item);
            }

            return item;
        }
    }

    internal ListItem Require(object id) =>
        Find(id) ?? throw new ArgumentException($"The list '{Name}' has no item '{id}'.", nameof(id));

    private object ToId(object id)
    {
        if (!IntegerIds)
        {
            return Convert.ToString(id, CultureInfo.InvariantCulture) ?? "";
        }

        return id switch
        {
            long => id,
            int number => (long)number,
            string text when long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) => number,
            _ => id,
        };
    }
}
