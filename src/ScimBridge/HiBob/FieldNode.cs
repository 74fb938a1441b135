using System.Text.Json;

namespace ScimBridge.HiBob;

/// <summary>A member of an employee's JSON on the way to a requested field.</summary>
internal sealed class FieldNode(string name, FieldPlace place)
{
    private readonly byte[] utf8 = System.Text.Encoding.UTF8.GetBytes(name);
    private FieldNode[] children = [];

    /// <summary>The field whose value this member is, or -1.</summary>
    public int Field { get; private set; } = -1;

    /// <summary>Which of the three copies of an employee's fields this belongs to.</summary>
    public FieldPlace Place { get; } = place;

    /// <summary>Whether something below is looked for.</summary>
    public bool HasChildren => children.Length > 0;

    /// <summary>
    /// The child that the reader's property name names, or null. Employees list their members in much the same order, so
    /// the search begins behind the last one found.
    /// </summary>
    public FieldNode? Find(ref Utf8JsonReader reader, ref int hint)
    {
        for (var step = 0; step < children.Length; step++)
        {
            var index = hint + step;
            index = index < children.Length ? index : index - children.Length;
            if (reader.ValueTextEquals(children[index].utf8))
            {
                hint = index + 1 < children.Length ? index + 1 : 0;
                return children[index];
            }
        }

        return null;
    }

    /// <summary>Adds a field below, making the members that lead to it.</summary>
    public void Add(ReadOnlySpan<string> path, int field, FieldPlace at)
    {
        if (path.IsEmpty)
        {
            Field = field;
            return;
        }

        var first = path[0];
        var child = Array.Find(children, node => string.Equals(node.Name, first, StringComparison.Ordinal));
        if (child is null)
        {
            child = new FieldNode(first, at);
            children = [.. children, child];
        }

        child.Add(path[1..], field, at);
    }

    private string Name => name;
}
