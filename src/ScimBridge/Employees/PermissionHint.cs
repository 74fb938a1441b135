namespace ScimBridge.Employees;

/// <summary>How an administrator of the HR system lets a field be seen.</summary>
/// <param name="Permission">The permission's name, such as "View selected employees' Work sections".</param>
/// <param name="MenuPath">Where it is granted, such as "Settings > Account > Permission groups > (the service user's group) > People's data > People > Work".</param>
internal sealed record PermissionHint(string Permission, string MenuPath);
