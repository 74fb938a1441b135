namespace ScimBridge.Protocol.Filtering;

/// <summary>What is the same for every resource of a type, because the type does not have the attribute at all.</summary>
/// <param name="Holds">Whether every resource matches, or else none.</param>
/// <remarks>Only a query over several resource types has it (RFC 7644 section 3.4.2.1); there such an attribute is unassigned.</remarks>
public sealed record BoundConstant(bool Holds) : BoundFilter;
