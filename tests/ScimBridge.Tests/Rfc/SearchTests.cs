using ScimBridge.Tests.Scim;
using ScimBridge.Tests.TestDatabases;
using Xunit;

namespace ScimBridge.Tests.Rfc;

/// <summary>Searches by POST, RFC 7644 section 3.4.3.</summary>
public sealed class SearchTests(SharedApps apps)
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    [Shows("7644-3.4.3-search", "7644-3.4.3-request", "7644-3.4.3-response", "7644-3.4.2-partial")]
    public async Task Section_3_4_3_the_RFCs_search_of_the_base_URL(string provider)
    {
        var app = await apps.OnAsync(provider);
        var everything = await app.Scim.GetScimAsync("?count=1000&attributes=displayName,userName");
        foreach (var (start, smith) in ((int, string)[])[(1, "smith"), (1, "a"), (3, "A")])
        {
            var list = await app.Scim.SearchAsync(
                ".search",
                $$"""
                {
                  "schemas": ["{{ScimSearches.SearchRequest}}"],
                  "attributes": ["displayName", "userName"],
                  "filter": "displayName sw \"{{smith}}\"",
                  "startIndex": {{start}},
                  "count": 10
                }
                """);

            var expected = everything.Resources().Where(resource => resource.TextAt("displayName")?.StartsWith(smith, StringComparison.OrdinalIgnoreCase) == true).ToList();
            Assert.Equal(ScimSearches.ListResponse, (string)Assert.Single(list["schemas"]!.AsArray())!);
            Assert.Equal((expected.Count, start), ((int)list["totalResults"]!, (int)list["startIndex"]!));
            Assert.Equal((int)list["itemsPerPage"]!, list.Resources().Count);
            Assert.Equal(expected.Skip(start - 1).Take(10).Select(resource => resource.ToJsonString()), list.Resources().Select(resource => resource.ToJsonString()));
        }
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    [Shows("7644-3.4.3-search", "7644-3.4.3-parameters", "7644-7.5.2-url", "7643-2.3.8-order")]
    public async Task Section_3_4_3_a_search_answers_what_a_GET_of_the_same_answers(string provider)
    {
        var app = await apps.OnAsync(provider);
        foreach (var (endpoint, query, members) in ((string, string, string)[])[
            ("Users", "filter=active%20eq%20true&startIndex=5&count=7", """ "count": 7, "startIndex": 5, "filter": "active eq true" """),
            ("Users", "sortBy=userName&sortOrder=descending&count=3", """ "sortOrder": "descending", "sortBy": "userName", "count": 3 """),
            ("Users", "attributes=userName,name.familyName&count=2", """ "attributes": ["userName", "name.familyName"], "count": 2 """),
            ("Groups", "excludedAttributes=members,meta&count=4", """ "count": 4, "excludedAttributes": ["members", "meta"] """),
            ("Groups", "count=0", """ "count": 0 """)])
        {
            var got = await app.Scim.GetScimAsync($"{endpoint}?{query}");

            // The members of an object come in any order, the schemas at the end as well as at the start.
            foreach (var body in (string[])[$$"""{ "schemas": ["{{ScimSearches.SearchRequest}}"], {{members}} }""", $$"""{ {{members}}, "schemas": ["{{ScimSearches.SearchRequest}}"] }"""])
            {
                Assert.Equal(got.ToJsonString(), (await app.Scim.SearchAsync($"{endpoint}/.search", body)).ToJsonString());
            }
        }
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    [Shows("7644-3.4.3-request", "7644-3.4.3-parameters", "7644-3.12-scim-type")]
    public async Task Section_3_4_3_a_body_that_is_no_search_is_refused(string provider)
    {
        var app = await apps.OnAsync(provider);
        foreach (var (body, scimType) in ((string, string)[])[
            ("", "invalidSyntax"), ("{", "invalidSyntax"), ("[]", "invalidSyntax"),
            ($$"""{ "schemas": ["{{ScimSearches.SearchRequest}}"], "filter": "userName regex \"a\"" }""", "invalidFilter"),
            ($$"""{ "schemas": ["{{ScimSearches.SearchRequest}}"], "attributes": ["userName"], "excludedAttributes": ["meta"] }""", "invalidValue")])
        {
            await app.Scim.TrySearchAsync("Users/.search", body).ShouldBeScimErrorAsync(400, scimType);
        }

        foreach (var body in (string[])["{}", """{ "schemas": [] }""", """{ "schemas": ["urn:ietf:params:scim:api:messages:2.0:PatchOp"] }"""])
        {
            using var response = await app.Scim.TrySearchAsync("Users/.search", body);
            Assert.Equal(400, (int)response.StatusCode);
        }
    }
}
