namespace ScimBridge.HiBobSimulator;

/// <summary>An item of a named list; its id is a string or, in lists of entities such as sites, a 64-bit integer.</summary>
public sealed class ListItem
{
    private volatile string name;
    private volatile bool archived;
    private volatile ListItem[] children = [];

    internal ListItem(object id, string name)
    {
        Id = id;
        this.name = name;
    }

    /// <summary>The id that people's fields hold.</summary>
    public object Id { get; }

    /// <summary>The text that people see.</summary>
    public string Name => name;

    /// <summary>Whether the item is left out of lists by default.</summary>
    public bool Archived => archived;

    /// <summary>The items below this one.</summary>
    public IReadOnlyList<ListItem> Children => children;

    internal void Rename(string newName) => name = newName;

    internal void Archive(bool value) => archived = value;

    internal void AddChild(ListItem child) => children = [.. children, child];
}
