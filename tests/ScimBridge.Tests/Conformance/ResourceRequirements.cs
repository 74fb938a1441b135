using static ScimBridge.Tests.Conformance.Requirement;

namespace ScimBridge.Tests.Conformance;

/// <summary>RFC 7643 sections 2 and 3: attributes, resources, and what all of them have.</summary>
internal static class ResourceRequirements
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<Requirement> All { get; } =
    [
        Must("7643-2.1-name-form", "The name of an attribute starts with a letter and goes on with letters, digits, `$`, `-` and `_`."),
        Must("7643-2.1-name-case", "The letter case of an attribute's name does not matter."),
        Must("7643-2.3.2-boolean", "A boolean is the JSON literal `true` or `false`."),
        Must("7643-2.3.3-decimal", "A decimal has digits on both sides of its point.")
            .DoesNotApply("no attribute that is served is a decimal."),
        Must("7643-2.3.4-integer", "An integer has no fraction and no exponent.")
            .DoesNotApply("no attribute of a resource is an integer; those of messages are under RFC 7644 section 3.4.2."),
        Must("7643-2.3.5-datetime", "A dateTime is a complete xsd:dateTime, with a date and a time."),
        Must("7643-2.3.6-binary", "A binary value is encoded as base64.")
            .DoesNotApply("no attribute that is served is binary."),
        Must("7643-2.3.7-uri", "A reference is the absolute or relative URI of what it refers to."),
        Must("7643-2.3.7-get", "A GET of a reference gives the resource that it refers to, or says by its status why not."),
        Must("7643-2.3.8-order", "Nobody relies on the order of the members of an object."),
        Must("7643-2.3.8-no-nesting", "A complex attribute has no complex sub-attribute."),
        Must("7643-2.4-primary-once", "At most one value of a multi-valued attribute is primary."),
        Must("7643-2.4-primary-absent", "A value that does not say whether it is primary is not.")
            .DoesNotApply("it tells whoever reads a value what to assume."),
        Should("7643-2.4-canonical", "The values of a multi-valued attribute are returned in canonical form, such as with the `type` that says what they are for."),
        Should("7643-2.4-no-duplicates", "The same pair of `type` and `value` is not there twice in one attribute."),
        Must("7643-2.5-unassigned", "Unassigned, null, and an empty array are one and the same state."),
        May("7643-2.5-omitted", "What is unassigned is left out of a resource's JSON."),
        Must("7643-3-schemas", "Every resource has `schemas`, an array of the URIs of its schemas that is not empty."),
        Must("7643-3-schemas-known", "`schemas` holds only the schema and the extensions of the resource's type."),
        Must("7643-3-schemas-once", "No URI is in `schemas` twice, and their order means nothing."),
        Must("7643-3.1-id", "Every resource has an `id` that is not empty."),
        Must("7643-3.1-id-unique", "No two resources of the service provider have one `id`."),
        Must("7643-3.1-id-stable", "An `id` stays the same whenever the resource is returned, and is never given to another."),
        Must("7643-3.1-id-bulk", "The reserved word `bulkId` is in no identifier."),
        Must("7643-3.1-id-issued", "The service provider alone gives an `id`, and a client never does.")
            .DoesNotApply("clients do not write here."),
        Must("7643-3.1-external-id", "The provisioning client gives `externalId`, and the service provider does not.")
            .DoesNotApply("HiBob stands where the provisioning client would: the value is its identifier, never one of ours."),
        Must("7643-3.1-external-id-scope", "An `externalId` means something only within the domain that it was provisioned from."),
        Must("7643-3.1-meta-read-only", "What a client sends as `meta` is ignored.")
            .DoesNotApply("clients do not write here."),
        Must("7643-3.1-meta", "`meta` says what kind of resource it is, when it was made and last changed, where it is, and which version it has."),
        Must("7643-3.1-last-modified", "Of a resource that has never changed, `lastModified` equals `created`."),
        Must("7643-3.1-location", "`meta.location` is the resource's own address, and equals the header `Content-Location`."),
        Must("7643-3.1-case-exact", "`id` and `externalId` are compared with their letter case."),
        Must("7643-3.3-extension", "An extension's attributes are in an object named by its URI, which `schemas` names too."),
        Must("7643-3.3-required", "A resource has every extension that its resource type calls required.")
            .DoesNotApply("no extension of our resource types is required."),
    ];
}
