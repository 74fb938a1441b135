using ScimBridge.Tests.TestDatabases;
using Xunit;

namespace ScimBridge.Tests.Scim;

public sealed class FilterRefusalTests(SharedApps apps)
{
    private static readonly string[] Malformed =
    [
        "", " ", "x", "userName", "userName eq", "eq \"a\"", "userName eq a", "userName = \"a\"", "userName eq 'a'", "userName eq \"a", "userName eq \"a\" and",
        "and userName pr", "(userName pr", "userName pr)", "userName pr pr", "userName eq \"a\" userName pr", "not userName pr", "userName eq \"\\x\"",
        "userName eq 1", "active eq \"true\"", "active gt true", "meta.lastModified gt \"yesterday\"", "meta.lastModified gt 5", "meta.lastModified eq \"2026-13-01T00:00:00Z\"",
        "userName zz \"a\"", "userName  eq  ", "emails[", "emails[]", "emails[type eq \"work\"", "\u0000", "userName eq \"\u0000\"", "userName eq \"\\u0000\"",
        "userName eq \"\\ud800\"", "displayName eq \"\\udc00\\ud800\"", "emails.value eq \"\\ud800x\"", "userName eq \"a\\u0000b\"", "id eq \"\\u0000\"", "externalId eq \"\\ud800\"",
    ];

    private static readonly string[] Unknown =
    [
        "nothing eq \"a\"", "password eq \"a\"", "urn:x:y:z eq \"a\"", "displayName.value eq \"a\"", "meta.nothing pr", "meta eq \"x\"", "id[value eq \"a\"]",
        "emails[nothing pr]", "members[nothing eq \"a\"]", "meta[version pr].nothing pr", "active co true", "active lt false", "meta.created co \"2026\"", "id gt null",
        "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:nothing eq \"Sales\"", "urn:ietf:params:scim:schemas:core:2.0:Nothing:id pr",
        "name eq \"a\"", "addresses eq \"a\"", "emails[type eq \"work\" and active eq true]",
    ];

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task What_is_malformed_or_unknown_is_never_an_empty_list(string provider)
    {
        var app = await apps.OnAsync(provider);
        foreach (var filter in Malformed.Concat(Unknown))
        {
            foreach (var endpoint in (string[])["Users", "Groups"])
            {
                var sent = app.Scim.TryGetAsync($"{endpoint}?filter={Uri.EscapeDataString(filter)}");
                Assert.NotEmpty(await sent.ShouldBeScimErrorAsync(400, "invalidFilter"));
            }
        }
    }

    [Fact]
    public async Task Bytes_that_are_no_text_are_refused_or_find_nobody()
    {
        var app = await apps.OnAsync(Databases.Sqlite);
        foreach (var raw in (string[])["%ff%fe", "%ed%a0%80", "%c3%28"])
        {
            using var response = await app.Scim.TryGetAsync($"Users?filter=userName%20eq%20%22{raw}%22");
            Assert.True((int)response.StatusCode is 200 or 400, $"{raw}: {(int)response.StatusCode}");
        }
    }

    [Fact]
    public async Task A_filter_that_is_too_large_is_refused_as_a_filter()
    {
        var app = await apps.OnAsync(Databases.Sqlite);
        foreach (var filter in (string[])[
            $"userName eq \"{new string('a', 9_000)}\"",
            $"userName eq \"{new string('a', 20_000)}\"",
            string.Join(" or ", Enumerable.Repeat("id pr", 201)),
            new string('(', 33) + "id pr" + new string(')', 33),
            new string('(', 2_000)])
        {
            await app.Scim.TryGetAsync($"Users?filter={Uri.EscapeDataString(filter)}").ShouldBeScimErrorAsync(400, "invalidFilter");
        }
    }

    [Fact]
    public async Task Two_filters_are_refused()
    {
        var app = await apps.OnAsync(Databases.Sqlite);

        await app.Scim.TryGetAsync("Users?filter=id%20pr&filter=userName%20pr").ShouldBeScimErrorAsync(400, "invalidValue");
    }

    [Theory]
    [InlineData("userName eq \"a\" and nothing pr", "character 21: User has no attribute nothing")]
    [InlineData("emails[type eq \"work\" and x eq 1]", "character 27: emails has no sub-attribute x; expected one of value, display, type, primary")]
    [InlineData("active gt true", "character 8: active is of type boolean; expected one of eq, ne and pr")]
    [InlineData("active eq \"true\"", "character 11: active can only be compared with true or false, without quotes")]
    [InlineData("id pr and name eq \"a\"", "character 11: name is complex")]
    [InlineData("meta.created gt \"x\"", "character 17: meta.created can only be compared with a date and time in quotes")]
    [InlineData("userName ge null", "character 10: userName can be compared with null by eq and ne only")]
    [InlineData("userName eq a", "character 13: expected a literal")]
    public async Task The_detail_says_where_and_what_was_expected(string filter, string detail)
    {
        var app = await apps.OnAsync(Databases.Sqlite);

        var said = await app.Scim.TryGetAsync($"Users?filter={Uri.EscapeDataString(filter)}").ShouldBeScimErrorAsync(400, "invalidFilter");

        Assert.Contains(detail, said, StringComparison.Ordinal);
    }
}
