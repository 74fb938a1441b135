namespace ScimBridge.HiBob;

/// <summary>Makes the tree by which requested fields are found in one pass over an employee.</summary>
internal static class FieldTree
{
    /// <summary>The tree with every field in its three places.</summary>
    public static FieldNode Build(IReadOnlyList<HiBobField> fields)
    {
        var root = new FieldNode("", FieldPlace.Nested);
        for (var index = 0; index < fields.Count; index++)
        {
            var (id, path) = (fields[index].Id, fields[index].Path.Split('.'));
            root.Add(path, index, FieldPlace.Nested);
            root.Add(["/" + id.Replace('.', '/'), "value"], index, FieldPlace.Slash);
            root.Add(["humanReadable", .. path], index, FieldPlace.Text);
        }

        return root;
    }
}
