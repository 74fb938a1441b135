namespace ScimBridge.Employees;

/// <summary>What a complete read showed of one field that was wanted.</summary>
/// <param name="Field">The field; where the HR system does not know it, what is known without it.</param>
/// <param name="Known">Whether the HR system has the field at all.</param>
/// <param name="Seen">How many people it was mentioned for, with a value or without.</param>
/// <param name="Present">How many people have a value.</param>
/// <param name="Permission">The permission that shows it and where to grant it, in the HR system's own words.</param>
/// <param name="Attributes">The SCIM attributes that the default mapping makes of it.</param>
internal sealed record FieldReport(
    FieldInfo Field, bool Known, int Seen, int Present, PermissionHint Permission, IReadOnlyList<string> Attributes);
