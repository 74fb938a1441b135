namespace ScimBridge.Protocol.Filtering;

/// <summary>A filter whose attributes are looked up and whose literals have the attributes' types. Immutable; <see cref="FilterBinder"/> makes it.</summary>
public abstract record BoundFilter;
