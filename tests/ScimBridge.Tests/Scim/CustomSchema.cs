using ScimBridge.Protocol;
using ScimBridge.Protocol.Schemas;

namespace ScimBridge.Tests.Scim;

/// <summary>A directory's own attributes: one of each type, with one value and with several.</summary>
internal static class CustomSchema
{
    /// <summary>The attributes.</summary>
    public static IReadOnlyList<AttributeDefinition> Attributes { get; } =
    [
        .. new[] { AttributeType.String, AttributeType.Boolean, AttributeType.Integer, AttributeType.Decimal, AttributeType.DateTime, AttributeType.Reference }
            .SelectMany(type => new[] { Of($"one{type}", type), Of($"many{type}", type) with { MultiValued = true } }),
        Of("exact", AttributeType.String) with { CaseExact = true },
        Of("exacts", AttributeType.String) with { CaseExact = true, MultiValued = true },

        // Names that a core attribute and one of another extension have as well.
        Of("nickName", AttributeType.Integer),
        Of("costCenter", AttributeType.Decimal),
        Of("post", AttributeType.Complex) with { SubAttributes = Parts },
        Of("posts", AttributeType.Complex) with { MultiValued = true, SubAttributes = Parts },
    ];

    /// <summary>The attributes as a version has them.</summary>
    public static string Json { get; } = CustomAttributes.Write(Attributes);

    /// <summary>The schemas with them.</summary>
    public static SchemaCatalog Catalog { get; } = SchemaCatalog.Load().WithAttributes(ScimSchemaUris.HiBobUser, Attributes);

    private static AttributeDefinition[] Parts =>
    [
        Of("value", AttributeType.Integer), Of("label", AttributeType.String), Of("since", AttributeType.DateTime), Of("share", AttributeType.Decimal), Of("primary", AttributeType.Boolean),
    ];

    /// <summary>An attribute that can only be read.</summary>
    public static AttributeDefinition Of(string name, AttributeType type) => new() { Name = name, Type = type, Mutability = AttributeMutability.ReadOnly };
}
