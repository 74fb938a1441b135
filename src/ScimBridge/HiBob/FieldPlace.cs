namespace ScimBridge.HiBob;

/// <summary>The copies of a field in one employee.</summary>
internal enum FieldPlace
{
    /// <summary>The machine value under the field's path, which counts first.</summary>
    Nested,

    /// <summary>The machine value under a key such as <c>/work/title</c>, there only when not null.</summary>
    Slash,

    /// <summary>The display text, under <c>humanReadable</c> and the field's path.</summary>
    Text,
}
