namespace ScimBridge.Employees;

/// <summary>A field that the HR system has, as its administrators know it.</summary>
/// <param name="Id">The field's id.</param>
/// <param name="Name">Its name in the HR system, which a customer may change.</param>
/// <param name="Category">The category whose permission shows it, in the HR system's words.</param>
/// <param name="Kind">What its values are.</param>
/// <param name="Sensitive">Whether it belongs to a category that is never read, such as pay or bank details.</param>
internal sealed record FieldInfo(string Id, string Name, string Category, FieldValueKind Kind, bool Sensitive);
