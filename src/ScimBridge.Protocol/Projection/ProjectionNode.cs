using System.Text;
using System.Text.Json;

namespace ScimBridge.Protocol.Projection;

/// <summary>What to do with the members of an object: those listed have a node of their own, and all others are kept or dropped.</summary>
internal sealed class ProjectionNode
{
    private readonly List<(byte[] Name, ProjectionNode Node)> members = [];

    private ProjectionNode(bool keepsOthers) => KeepsOthers = keepsOthers;

    /// <summary>Keeps a value whole.</summary>
    public static ProjectionNode Keep { get; } = new(keepsOthers: true);

    /// <summary>Drops a value whole.</summary>
    public static ProjectionNode Drop { get; } = new(keepsOthers: false);

    /// <summary>Whether members that are not listed are kept.</summary>
    public bool KeepsOthers { get; }

    /// <summary>A node with the given members; one of the two constants where that says the same.</summary>
    public static ProjectionNode Of(bool keepsOthers, IEnumerable<(string Name, ProjectionNode Node)> members)
    {
        var node = new ProjectionNode(keepsOthers);
        foreach (var (name, member) in members)
        {
            if (member != (keepsOthers ? Keep : Drop))
            {
                node.members.Add((Encoding.UTF8.GetBytes(name), member));
            }
        }

        return node.members.Count > 0 ? node : keepsOthers ? Keep : Drop;
    }

    /// <summary>The node of a member that is not listed.</summary>
    public ProjectionNode Others => KeepsOthers ? Keep : Drop;

    /// <summary>The node of the member whose name, or of the URN which, the reader stands on.</summary>
    public ProjectionNode Find(in Utf8JsonReader reader)
    {
        foreach (var (name, node) in members)
        {
            if (reader.ValueTextEquals(name))
            {
                return node;
            }
        }

        return Others;
    }

    /// <summary>The node of the member of that name.</summary>
    public ProjectionNode Find(string name)
    {
        var utf8 = Encoding.UTF8.GetBytes(name);
        foreach (var (known, node) in members)
        {
            if (known.AsSpan().SequenceEqual(utf8))
            {
                return node;
            }
        }

        return Others;
    }
}
