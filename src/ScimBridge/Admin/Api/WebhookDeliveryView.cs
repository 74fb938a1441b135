namespace ScimBridge.Admin.Api;

/// <summary>A webhook request that came, and what was made of it.</summary>
internal sealed record WebhookDeliveryView(long Id, DateTime At, string? Type, string? EmployeeId, string Result);
