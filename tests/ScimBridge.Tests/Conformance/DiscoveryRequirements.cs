using static ScimBridge.Tests.Conformance.Requirement;

namespace ScimBridge.Tests.Conformance;

/// <summary>RFC 7643 sections 5 to 7 and RFC 7644 section 4: what a service provider says of itself.</summary>
internal static class DiscoveryRequirements
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<Requirement> All { get; } =
    [
        Must("7643-5-features", "The configuration says of `patch`, `bulk`, `filter`, `changePassword`, `sort` and `etag` whether they are supported."),
        Must("7643-5-bulk", "Of bulk operations it says how many and how large they may be."),
        Must("7643-5-filter", "Of filters it says how many resources one answer has at most."),
        Must("7643-5-authentication", "It lists the authentication schemes, each with a type, a name and a description."),
        Must("7643-5-no-id", "It is one document, which needs no `id`."),
        Must("7643-6-resource-type", "A resource type has a name, an endpoint below the base URL, and the URI of its schema."),
        Must("7643-6-schema-served", "The schema and the extensions that a resource type names are ids of schemas that are served."),
        Must("7643-6-extension-required", "Of each extension it says whether it is required."),
        Must("7643-7-schema", "A schema has its URI as `id`, a name, a description, and its attributes."),
        Must("7643-7-characteristics", "Each attribute says its name, type, whether it has many values, a description, and whether it is required, case exact, mutable, returned and unique."),
        Must("7643-7-values", "The values of `type`, `mutability`, `returned` and `uniqueness` are those that the RFC lists, in its spelling."),
        Must("7643-7-sub-attributes", "A complex attribute lists its sub-attributes."),
        Must("7643-7-reference-types", "A reference says what kinds of things it may refer to."),
        Must("7643-7-canonical-values", "The canonical values that the RFC gives an attribute are listed with it."),
        May("7644-4-endpoints", "`/ServiceProviderConfig`, `/ResourceTypes` and `/Schemas` can be read by GET."),
        Must("7644-4-schemas-list", "`/Schemas` returns every schema that is served, as a ListResponse."),
        Must("7644-4-single", "One schema or resource type by its id is returned like any single resource."),
        Must("7644-4-list", "Several of them are returned as a ListResponse."),
        Must("7644-4-ignored", "Sorting and paging parameters are ignored there."),
        Should("7644-4-filter", "A filter there is refused with 403, lest a client think that it was applied."),
    ];
}
