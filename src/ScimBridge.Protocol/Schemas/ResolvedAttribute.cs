using System.Diagnostics.CodeAnalysis;

namespace ScimBridge.Protocol.Schemas;

/// <summary>An attribute that a path was found to name.</summary>
/// <param name="Schema">The schema that has the attribute; the resource type's main one for a common attribute.</param>
/// <param name="Attribute">The attribute.</param>
/// <param name="SubAttribute">The sub-attribute, when the path names one.</param>
/// <param name="IsExtension">Whether the attribute is inside the member named after <paramref name="Schema"/>, and not at the top of the resource.</param>
[SuppressMessage("Naming", "CA1711", Justification = "Attribute is SCIM's word, not .NET's.")]
public sealed record ResolvedAttribute(
    SchemaDefinition Schema,
    AttributeDefinition Attribute,
    AttributeDefinition? SubAttribute,
    bool IsExtension)
{
    /// <summary>The one way of writing the path: names as the schema has them, and a URN in front of an extension's attribute only.</summary>
    public string CanonicalName =>
        (IsExtension ? Schema.Id + ":" : "") + Attribute.Name + (SubAttribute is null ? "" : "." + SubAttribute.Name);

    /// <summary>What the path ends at: the sub-attribute, or else the attribute.</summary>
    public AttributeDefinition Target => SubAttribute ?? Attribute;

    /// <summary>Whether the path can lead to more than one value.</summary>
    public bool IsMultiValued => Attribute.MultiValued || SubAttribute is { MultiValued: true };

    /// <summary>The attribute itself for a simple one; <c>value</c> for a complex one that has it; null for any other complex one.</summary>
    /// <remarks>What a filter means by <c>emails co "x"</c> or <c>manager eq "x"</c> (RFC 7644 section 3.4.2.2).</remarks>
    public ResolvedAttribute? ComparedValue
    {
        get
        {
            if (Target.Type != AttributeType.Complex)
            {
                return this;
            }

            return SubAttribute is null && Attribute.FindSubAttribute("value") is { } value ? this with { SubAttribute = value } : null;
        }
    }
}
