using static ScimBridge.Tests.Conformance.Requirement;

namespace ScimBridge.Tests.Conformance;

/// <summary>RFC 7644 sections 3.4.2, 3.4.3, 3.9 and 3.10: lists, filters, sorting, pages, searches, and what an answer has.</summary>
internal static class QueryRequirements
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<Requirement> All { get; } =
    [
        Must("7644-3.4.2-list-response", "The answer to a query names the ListResponse schema."),
        Must("7644-3.4.2-total", "`totalResults` is how many resources match."),
        Must("7644-3.4.2-resources", "`Resources` is there whenever the total is not zero."),
        Must("7644-3.4.2-partial", "A part of the results says by `startIndex` and `itemsPerPage` which part it is."),
        Must("7644-3.4.2-none", "A query that matches nothing is a 200 with a total of zero."),
        Must("7644-3.4.2.1-root", "A query of the base URL is about the resources of every type."),
        Must("7644-3.4.2.1-same-filters", "A filter means the same there as at one type's endpoint."),
        Must("7644-3.4.2.1-missing", "An attribute that a type does not have counts as one without a value."),
        Must("7644-3.4.2.1-too-many", "A query with too many results is refused as `tooMany`.")
            .DoesNotApply("results come in pages, so that none are too many."),
        Must("7644-3.4.2.2-matching", "Only resources that match the filter are returned."),
        Must("7644-3.4.2.2-grammar", "A filter follows the RFC's grammar, with values as JSON writes them."),
        Must("7644-3.4.2.2-names", "The letter case of names and operators does not matter."),
        Must("7644-3.4.2.2-operators", "`eq`, `ne`, `co`, `sw`, `ew`, `pr`, `gt`, `ge`, `lt` and `le` compare as the RFC's table says."),
        Must("7644-3.4.2.2-logic", "`and`, `or` and `not` join filters."),
        Must("7644-3.4.2.2-precedence", "Grouping comes before `not`, `not` before `and`, `and` before `or`."),
        Must("7644-3.4.2.2-order-of-flags", "Asking which of two booleans or binary values is greater is a 400 of type `invalidFilter`."),
        Must("7644-3.4.2.2-unknown-operator", "An operator that the server does not know is a 400 of type `invalidFilter` that says so."),
        Must("7644-3.4.2.2-case", "Whether letter case counts in a comparison is what the attribute's `caseExact` says."),
        Must("7644-3.4.2.2-sub-attribute", "A sub-attribute is named with its attribute."),
        Must("7644-3.4.2.2-any-value", "A filter on a multi-valued attribute matches when one of its values does."),
        Must("7644-3.4.2.2-value-path", "A filter in brackets is about one value as a whole."),
        May("7644-3.4.2.2-schemas", "Resources can be asked for by their schemas."),
        Must("7644-3.4.2.3-ascending", "Sorting is ascending unless `sortOrder` says otherwise."),
        Must("7644-3.4.2.3-type", "Resources are sorted as the attribute's type is: text without letter case unless it is case exact, and without the rules of any language."),
        Must("7644-3.4.2.3-multi-valued", "A multi-valued attribute sorts by its primary value, or else by its first."),
        Must("7644-3.4.2.3-missing", "Resources without the attribute come last when ascending and first when descending."),
        Must("7644-3.4.2.3-complex", "A complex attribute is sorted by one of its sub-attributes."),
        Must("7644-3.4.2.4-start", "A `startIndex` below one means one."),
        Must("7644-3.4.2.4-count", "A page never has more resources than `count`."),
        Must("7644-3.4.2.4-negative", "A negative `count` means zero."),
        Must("7644-3.4.2.4-zero", "A `count` of zero asks for the total alone."),
        Must("7644-3.4.2.4-integers", "The members that tell the page are whole numbers."),
        Must("7644-3.4.2.4-inconsistent", "Results may change between two pages, and clients are prepared for it.")
            .DoesNotApply("it is a client's duty; who pages by cursor sees one version."),
        Must("7644-3.4.3-search", "A POST to an endpoint with `/.search` at its end is a query."),
        Must("7644-3.4.3-request", "Its body names the SearchRequest schema."),
        Must("7644-3.4.3-parameters", "Its body takes what the parameters of a GET say."),
        Must("7644-3.4.3-response", "Its answer names the ListResponse schema."),
        Must("7644-3.9-attributes", "With `attributes` an answer has what is named there instead of the default."),
        Must("7644-3.9-minimum", "Whatever is asked for or excluded, an answer has what is always returned."),
        Must("7644-3.9-excluded", "With `excludedAttributes` an answer has the default without what is named there."),
        Must("7644-3.10-notation", "Attributes are named as `urn:attribute.subAttribute`, or without the parts that are not needed."),
        Must("7644-3.10-case", "The letter case of no part of such a name matters."),
    ];
}
