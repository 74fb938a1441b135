namespace ScimBridge.Employees;

/// <summary>Where the default mapping takes a SCIM attribute from.</summary>
/// <param name="Attribute">The attribute, such as <c>name.givenName</c> or <c>phoneNumbers[type eq "work"].value</c>; of an extension with its URN and a colon before it.</param>
/// <param name="Fields">The fields in the order in which they are tried.</param>
internal sealed record DefaultSource(string Attribute, IReadOnlyList<string> Fields);
