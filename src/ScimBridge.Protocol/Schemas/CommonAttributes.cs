namespace ScimBridge.Protocol.Schemas;

/// <summary>The attributes that every resource has without its schema saying so (RFC 7643 sections 3 and 3.1).</summary>
internal static class CommonAttributes
{
    public static IReadOnlyList<AttributeDefinition> All { get; } =
    [
        new()
        {
            Name = "schemas",
            Type = AttributeType.Reference,
            MultiValued = true,
            Description = "The schemas that the resource uses.",
            Required = true,
            CaseExact = true,
            Mutability = AttributeMutability.ReadOnly,
            Returned = AttributeReturned.Always,
            ReferenceTypes = ["uri"],
        },
        new()
        {
            Name = "id",
            Type = AttributeType.String,
            Description = "The service provider's identifier of the resource.",
            Required = true,
            CaseExact = true,
            Mutability = AttributeMutability.ReadOnly,
            Returned = AttributeReturned.Always,
            Uniqueness = AttributeUniqueness.Server,
        },
        new()
        {
            Name = "externalId",
            Type = AttributeType.String,
            Description = "The identifier of the resource in the system of record.",
            CaseExact = true,
        },
        new()
        {
            Name = "meta",
            Type = AttributeType.Complex,
            Description = "What the service provider knows of the resource itself.",
            Mutability = AttributeMutability.ReadOnly,
            SubAttributes =
            [
                Meta("resourceType", AttributeType.String, "The name of the resource type."),
                Meta("created", AttributeType.DateTime, "When the service provider added the resource."),
                Meta("lastModified", AttributeType.DateTime, "When the resource last changed."),
                Meta("location", AttributeType.Reference, "The address of the resource.") with { ReferenceTypes = ["uri"] },
                Meta("version", AttributeType.String, "The entity tag of the resource."),
            ],
        },
    ];

    private static AttributeDefinition Meta(string name, AttributeType type, string description) => new()
    {
        Name = name,
        Type = type,
        Description = description,
        CaseExact = type != AttributeType.DateTime,
        Mutability = AttributeMutability.ReadOnly,
    };
}
