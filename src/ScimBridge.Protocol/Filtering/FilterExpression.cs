namespace ScimBridge.Protocol.Filtering;

/// <summary>A filter as written, its attributes not yet looked up (RFC 7644 section 3.4.2.2). Immutable; equal when the trees are.</summary>
public abstract record FilterExpression;
