namespace ScimBridge.Storage;

/// <summary>The internal identifier of a directory, the unit of isolation; never shown outside.</summary>
internal readonly record struct DirectoryId(int Value)
{
    /// <inheritdoc/>
    public override string ToString() => Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
