using ScimBridge.Protocol.Schemas;

namespace ScimBridge.Storage.Filtering;

/// <summary>Tells a SCIM type's type in the database.</summary>
internal static class SqlTypes
{
    /// <summary>The type by which values of a SCIM type are compared.</summary>
    public static SqlType Of(AttributeType type) => type switch
    {
        AttributeType.Boolean => SqlType.Flag,
        AttributeType.Integer or AttributeType.Decimal or AttributeType.DateTime => SqlType.Number,
        _ => SqlType.Text,
    };
}
