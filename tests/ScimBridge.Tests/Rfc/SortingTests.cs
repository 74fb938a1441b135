using System.Text;
using System.Text.Json.Nodes;
using ScimBridge.Tests.Scim;
using ScimBridge.Tests.TestDatabases;
using Xunit;

namespace ScimBridge.Tests.Rfc;

/// <summary>Sorting, RFC 7644 section 3.4.2.3.</summary>
public sealed class SortingTests(SharedApps apps)
{
    private const string Enterprise = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";

    private static readonly Comparer<string> Unicode =
        Comparer<string>.Create((left, right) => Encoding.UTF8.GetBytes(left).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(right)));

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    [Shows("7644-3.4.2.3-ascending", "7644-3.4.2.3-type", "7644-3.4.2.3-missing", "7644-3.4.2.3-multi-valued", "7644-3.4.2.3-complex")]
    public async Task Section_3_4_2_3_users_are_sorted_by_any_kind_of_attribute_both_ways(string provider)
    {
        var app = await apps.OnAsync(provider);
        var users = (await app.Scim.GetScimAsync("Users?count=1000")).Resources();
        foreach (var (sortBy, key) in ((string, Func<JsonObject, string?>)[])[
            ("userName", user => Folded(user.TextAt("userName"))), ("urn:ietf:params:scim:schemas:core:2.0:User:userName", user => Folded(user.TextAt("userName"))),
            ("name.familyName", user => Folded(user.TextAt("name", "familyName"))), ("title", user => Folded(user.TextAt("title"))),
            ("externalId", user => user.TextAt("externalId")), ("id", user => user.TextAt("id")),
            ("active", user => (bool)user["active"]! ? "1" : "0"), ("meta.lastModified", user => user.TextAt("meta", "lastModified")),
            ("emails", user => Folded(Primary(user, "emails"))), ("emails.value", user => Folded(Primary(user, "emails"))),
            ($"{Enterprise}:department", user => Folded(user.TextAt(Enterprise, "department")))])
        {
            foreach (var order in (string[])["", "&sortOrder=ascending", "&sortOrder=descending"])
            {
                var sorted = (await app.Scim.GetScimAsync($"Users?count=1000&sortBy={Uri.EscapeDataString(sortBy)}{order}")).Resources();

                var there = users.Select(key).OfType<string>().Order(Unicode).ToList();
                var expected = there.Concat(Enumerable.Repeat((string?)null, users.Count - there.Count)).ToList();
                if (order.EndsWith("descending", StringComparison.Ordinal))
                {
                    expected.Reverse();
                }

                Assert.True(expected.SequenceEqual(sorted.Select(key)), $"{sortBy}{order}");
                Assert.Equal(users.Select(Id).Order(StringComparer.Ordinal), sorted.Select(Id).Order(StringComparer.Ordinal));
            }
        }

        Assert.Contains(users, user => !user.ContainsKey("title"));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    [Shows("7644-3.4.2.3-type")]
    public async Task Section_3_4_2_3_pages_of_a_sorted_list_are_parts_of_the_whole(string provider)
    {
        var app = await apps.OnAsync(provider);
        var whole = (await app.Scim.GetScimAsync("Groups?count=1000&sortBy=displayName&sortOrder=descending")).Ids();
        var walked = new List<string>();
        for (var start = 1; start <= whole.Count; start += 37)
        {
            walked.AddRange((await app.Scim.GetScimAsync($"Groups?startIndex={start}&count=37&sortBy=displayName&sortOrder=descending")).Ids());
        }

        Assert.Equal(whole, walked);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    [Shows("7644-3.4.2.3-complex")]
    public async Task Section_3_4_2_3_what_cannot_be_sorted_by_is_refused(string provider)
    {
        var app = await apps.OnAsync(provider);
        foreach (var query in (string[])["sortBy=name", "sortBy=nothingKnown", "sortBy=userName&sortOrder=sideways"])
        {
            using var response = await app.Scim.TryGetAsync($"Users?{query}");
            Assert.Equal(400, (int)response.StatusCode);
        }
    }

    private static string Id(JsonObject user) => user.TextAt("id")!;

    private static string? Folded(string? text) => text?.Normalize(NormalizationForm.FormKC).ToUpperInvariant();

    private static string? Primary(JsonObject user, string attribute) =>
        (user.ValuesOf(attribute).FirstOrDefault(value => (bool?)value["primary"] == true) ?? user.ValuesOf(attribute).FirstOrDefault())?.TextAt("value");
}
