namespace ScimBridge.Storage.Filtering;

/// <summary>The types by which values are compared.</summary>
internal enum SqlType
{
    /// <summary>Text, compared by its code points.</summary>
    Text,

    /// <summary>True or false.</summary>
    Flag,

    /// <summary>A number; a moment is one too, in UTC ticks.</summary>
    Number,
}
