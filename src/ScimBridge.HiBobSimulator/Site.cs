namespace ScimBridge.HiBobSimulator;

/// <summary>An office with its address; its name lives in the named list <c>site</c> under the same id.</summary>
public sealed record Site(
    long Id,
    string Name,
    string? Address1,
    string? Address2,
    string? City,
    string? State,
    string? PostalCode,
    string? Country);
