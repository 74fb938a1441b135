namespace ScimBridge.HiBobSimulator.Api;

/// <summary>What one request may see of each person: its fields, those withheld left out, and where each is written.</summary>
internal sealed class ReadPlan
{
    private ReadPlan(FieldDefinition[] fields)
    {
        Fields = fields;
        Nodes = new PlanNode?[fields.Length];
        var roots = new List<PlanNode>();
        for (var index = 0; index < fields.Length; index++)
        {
            Place(fields[index].Path, index, roots);
        }
    }

    public FieldDefinition[] Fields { get; }

    /// <summary>The nested part that is written right after each field's slash key: a field at the top, or the first of its object.</summary>
    public PlanNode?[] Nodes { get; }

    /// <summary>Resolves the ids that were asked for; unknown and withheld fields vanish, as they do in HiBob.</summary>
    public static ReadPlan Create(
        FieldCatalogue catalogue, IReadOnlyList<string>? requested, SimulatorPermissions permissions, string[] withheld, bool alwaysId)
    {
        var wanted = requested is { Count: > 0 }
            ? requested.Select(id => catalogue.TryGet(Dotted(id), out var field) ? field : null).OfType<FieldDefinition>()
            : catalogue.All.Where(IsDefault);
        if (alwaysId)
        {
            wanted = wanted.Prepend(catalogue.Require("root.id"));
        }

        var categories = permissions.Categories;
        var hidden = permissions.HiddenFields;
        return new ReadPlan([.. wanted.Distinct().Where(field =>
            !field.Hidden
            && categories.Contains(field.CategoryId)
            && !hidden.Contains(field.Id)
            && !withheld.Contains(field.CategoryId, StringComparer.Ordinal))]);
    }

    private static bool IsDefault(FieldDefinition field) =>
        !field.IsCustom && field.CategoryId is "root" or "about" or "employment" or "work";

    private static string Dotted(string id) => id.StartsWith('/') ? id[1..].Replace('/', '.') : id;

    private void Place(IReadOnlyList<string> path, int index, List<PlanNode> roots)
    {
        var siblings = roots;
        for (var depth = 0; depth < path.Count; depth++)
        {
            var node = siblings.Find(candidate => candidate.Name == path[depth]);
            if (node is null)
            {
                node = new PlanNode(path[depth], depth == path.Count - 1 ? index : PlanNode.Group);
                siblings.Add(node);
                Nodes[index] ??= depth == 0 ? node : null;
            }

            siblings = node.Children;
        }
    }
}
