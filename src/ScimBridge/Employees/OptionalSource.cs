namespace ScimBridge.Employees;

/// <summary>An attribute that the default mapping leaves out and an admin may want, with the place where the HR system has it.</summary>
/// <param name="Id">A fixed name, such as <c>private-email</c>.</param>
/// <param name="Title">What it is, for people.</param>
/// <param name="Attribute">The attribute, written as in <see cref="DefaultSource"/>.</param>
/// <param name="Fields">The fields to be tried in turn.</param>
/// <param name="Template">The text with ids of fields in braces that is used instead; null to take the fields as they are.</param>
internal sealed record OptionalSource(string Id, string Title, string Attribute, IReadOnlyList<string> Fields, string? Template);
