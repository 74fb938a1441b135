namespace ScimBridge.Protocol.Filtering;

/// <summary>Where in the filter's text something stands, for error messages only.</summary>
/// <param name="Character">The character, counted from 1; 0 when the filter was not read from text.</param>
/// <remarks>All positions are equal: two filters that say the same are equal however they are spaced.</remarks>
public readonly record struct FilterPosition(int Character)
{
    /// <inheritdoc/>
    public bool Equals(FilterPosition other) => true;

    /// <inheritdoc/>
    public override int GetHashCode() => 0;
}
