namespace ScimBridge.Mapping.Rules;

/// <summary>What is taken of a list item or another employee.</summary>
internal enum ItemForm
{
    /// <summary>Its name; none when only a number is known, which tells a reader nothing.</summary>
    Name,

    /// <summary>Its identifier in the HR system.</summary>
    Id,
}
