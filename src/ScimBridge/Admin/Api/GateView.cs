namespace ScimBridge.Admin.Api;

/// <summary>What a sync may change by itself.</summary>
internal sealed record GateView(int People, int Percent, int AttributePercent);
