namespace ScimBridge.Admin.Api;

/// <summary>What a sync is to be able to change by itself; what is left out stays.</summary>
internal sealed record GateBody(int? People, int? Percent, int? AttributePercent);
