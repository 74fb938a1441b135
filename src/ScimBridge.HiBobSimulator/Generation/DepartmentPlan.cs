namespace ScimBridge.HiBobSimulator.Generation;

/// <summary>A department: its place in the tree, its share of the people, and what they do there.</summary>
internal sealed record DepartmentPlan(string Id, string Name, string? ParentId, int Weight, string Head, string Lead, string[] Titles, string CostCentre);
