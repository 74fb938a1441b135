namespace ScimBridge.Protocol.Schemas;

/// <summary>When an attribute is in an answer (RFC 7643 section 7).</summary>
public enum AttributeReturned
{
    /// <summary>In every answer, whatever the request says.</summary>
    Always,

    /// <summary>In no answer.</summary>
    Never,

    /// <summary>Unless the request leaves it out.</summary>
    Default,

    /// <summary>Only when the request names it.</summary>
    Request,
}
