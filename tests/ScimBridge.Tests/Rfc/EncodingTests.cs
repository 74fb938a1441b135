using System.Text;
using System.Text.Json.Nodes;
using ScimBridge.Tests.Scim;
using ScimBridge.Tests.TestDatabases;
using Xunit;

namespace ScimBridge.Tests.Rfc;

/// <summary>How messages are encoded, RFC 7644 sections 3.1 and 3.8.</summary>
public sealed class EncodingTests(SharedApps apps)
{
    [Theory]
    [InlineData(null, "application/scim+json")]
    [InlineData("application/scim+json", "application/scim+json")]
    [InlineData("*/*", "application/scim+json")]
    [InlineData("application/json", "application/json")]
    [InlineData("application/scim+json, application/json;q=0.5", "application/scim+json")]
    [Shows("7644-3.1-media-type", "7644-3.8-accept-scim", "7644-3.8-accept-json", "7644-3.8-default")]
    public async Task Section_3_8_the_client_says_which_of_the_two_media_types_it_takes(string? accept, string expected)
    {
        var app = await apps.OnAsync(Databases.Sqlite);
        foreach (var path in (string[])["Users?count=1", "Schemas", "Users/none"])
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(path, UriKind.Relative));
            request.Headers.TryAddWithoutValidation("Accept", accept);
            using var response = await app.Scim.SendAsync(request, TestContext.Current.CancellationToken);

            Assert.Equal(expected, response.Content.Headers.ContentType?.ToString());
        }
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    [Shows("7644-3.8-utf8")]
    public async Task Section_3_8_requests_and_answers_are_UTF_8(string provider)
    {
        var app = await apps.OnAsync(provider);
        var strict = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
        foreach (var (first, last, _) in SharedApps.NamedPeople)
        {
            using var response = await app.Scim.TryGetAsync($"Users?filter={Uri.EscapeDataString($"displayName eq {$"{first} {last}".Trim().Quoted()}")}");
            var bytes = await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);

            var list = JsonNode.Parse(strict.GetString(bytes))!.AsObject();

            Assert.NotEqual(0xEF, bytes[0]);
            Assert.Equal($"{first} {last}".Trim(), Assert.Single(list.Resources()).TextAt("displayName"));
        }
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    [Shows("7644-3.8-utf8", "7644-3.4.3-search")]
    public async Task Section_3_8_a_search_has_its_body_in_UTF_8_under_either_media_type(string provider)
    {
        var app = await apps.OnAsync(provider);
        foreach (var mediaType in (string[])["application/scim+json", "application/json", "application/scim+json; charset=utf-8"])
        {
            using var response = await app.Scim.TrySearchAsync(
                "Users/.search", $$"""{ "schemas": ["{{ScimSearches.SearchRequest}}"], "filter": "displayName eq \"åse ångström\"" }""", mediaType);

            var list = JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!.AsObject();
            Assert.Equal("Åse Ångström", Assert.Single(list.Resources()).TextAt("displayName"));
        }
    }
}
