using System.Text.Json;

namespace ScimBridge.HiBobSimulator.Api;

/// <summary>A place in the nested form of an employee: a field, or an object with places below it.</summary>
internal sealed class PlanNode(string name, int index)
{
    public const int Group = -1;

    public string Name => name;

    public JsonEncodedText Key { get; } = JsonEncodedText.Encode(name);

    public int Index => index;

    public List<PlanNode> Children { get; } = [];
}
