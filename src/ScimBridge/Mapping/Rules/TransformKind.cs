namespace ScimBridge.Mapping.Rules;

/// <summary>What can be done to a value.</summary>
internal enum TransformKind
{
    /// <summary>White space around it goes.</summary>
    Trim,

    /// <summary>Lower case.</summary>
    Lower,

    /// <summary>Upper case.</summary>
    Upper,

    /// <summary>A telephone number in its international form, such as <c>+4722000001</c>.</summary>
    E164,

    /// <summary>A country's ISO 3166-1 alpha-2 code, from its English name or the code itself.</summary>
    Country,

    /// <summary>A calendar day, <c>yyyy-MM-dd</c>.</summary>
    Date,

    /// <summary>What a table says.</summary>
    Map,
}
