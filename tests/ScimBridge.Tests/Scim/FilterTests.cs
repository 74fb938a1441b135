using System.Text.Json;
using System.Text.Json.Nodes;
using ScimBridge.Tests.TestDatabases;
using Xunit;

namespace ScimBridge.Tests.Scim;

public sealed class FilterTests(SharedApps apps)
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    [Shows("7644-3.4.2.2-case")]
    public async Task Text_that_ignores_case_is_found_in_any_case(string provider)
    {
        var app = await apps.OnAsync(provider);
        var users = (await app.Scim.GetScimAsync("Users?count=1000")).Resources();
        foreach (var user in users.Take(3).Concat(users.TakeLast(SharedApps.NamedPeople.Length)))
        {
            foreach (var (attribute, value) in ((string, string)[])[
                ("userName", (string)user["userName"]!), ("displayName", (string)user["displayName"]!),
                ("emails.value", (string)user["emails"]![0]!["value"]!), ("emails", (string)user["emails"]![0]!["value"]!)])
            {
                foreach (var text in (string[])[value, value.ToUpperInvariant(), value.ToLowerInvariant()])
                {
                    // ß has no upper case of one letter and İ none in lower case; they equal only themselves.
                    var found = await app.Scim.FilterAsync("Users", $"{attribute} eq {Quoted(text)}");
                    Assert.Contains((string)user["id"]!, found.Ids());
                    Assert.DoesNotContain((string)user["id"]!, (await app.Scim.FilterAsync("Users", $"not ({attribute} eq {Quoted(text)})")).Ids());
                }
            }
        }
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    [Shows("7644-5-names", "7644-7.8-comparison")]
    public async Task Letters_outside_ASCII_ignore_case_too(string provider)
    {
        var app = await apps.OnAsync(provider);
        foreach (var (text, matches) in ((string, int)[])[
            ("åse ångström", 1), ("ÅSE ÅNGSTRÖM", 1), ("A\u030Ase A\u030Angstro\u0308m", 1), ("ase angstrom", 0),
            ("ΟΔΥΣΣΈΑΣ ΠΑΠΑΔΌΠΟΥΛΟΣ", 1), ("οδυσσέασ παπαδόπουλοσ", 1),
            ("straße weiß", 1), ("STRASSE WEISS", 0), ("per% under_score", 1), ("per_ under%score", 0), ("PerX UnderXscore", 0)])
        {
            var found = await app.Scim.FilterAsync("Users", $"displayName eq {Quoted(text)}");
            Assert.True(matches == (int)found["totalResults"]!, $"{text}: {found["totalResults"]}");
        }
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    [Shows("7644-3.4.2.2-case", "7643-3.1-case-exact")]
    public async Task Identifiers_are_found_in_their_own_case_only(string provider)
    {
        var app = await apps.OnAsync(provider);
        var user = (await app.Scim.GetScimAsync("Users?count=1")).Resources()[0];
        var group = (await app.Scim.FilterAsync("Groups", "externalId eq \"department:extra-7\"")).Resources().Single();
        foreach (var attribute in (string[])["id", "externalId"])
        {
            Assert.Equal(user.ToJsonString(), Assert.Single((await app.Scim.FilterAsync("Users", $"{attribute} eq {Quoted((string)user[attribute]!)}")).Resources()).ToJsonString());
            Assert.Equal(group.ToJsonString(), Assert.Single((await app.Scim.FilterAsync("Groups", $"{attribute} eq {Quoted((string)group[attribute]!)}")).Resources()).ToJsonString());
            Assert.Empty((await app.Scim.FilterAsync("Groups", $"{attribute} eq {Quoted(((string)group[attribute]!).ToUpperInvariant())}")).Ids());
        }

        Assert.Equal(group.ToJsonString(), Assert.Single((await app.Scim.FilterAsync("Groups", "displayName eq \"eXTRA 7\"")).Resources()).ToJsonString());
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    [Shows("7644-3.4.2-none")]
    public async Task A_connection_test_with_a_random_id_gets_an_empty_list(string provider)
    {
        var app = await apps.OnAsync(provider);
        foreach (var attribute in (string[])["id", "externalId", "userName", "displayName", "emails.value"])
        {
            var found = await app.Scim.FilterAsync("Users", $"{attribute} eq \"{Guid.NewGuid()}\"");
            Assert.Equal(0, (int)found["totalResults"]!);
            Assert.Equal(1, (int)found["startIndex"]!);
            Assert.Equal(0, (int)found["itemsPerPage"]!);
            Assert.Empty(found["Resources"]!.AsArray());
        }
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    [Shows("7644-3.4.2.2-logic", "7644-3.4.2.2-names", "7643-2.1-name-case")]
    public async Task Flags_moments_presence_and_logic_work_together(string provider)
    {
        var app = await apps.OnAsync(provider);
        var users = (await app.Scim.GetScimAsync("Users?count=1000")).Resources();
        var active = users.Where(user => (bool)user["active"]!).Select(user => (string)user["id"]!).ToList();
        var inactive = users.Where(user => !(bool)user["active"]!).Select(user => (string)user["id"]!).ToList();
        Assert.NotEmpty(inactive);
        var last = (string)users[0]["meta"]!["lastModified"]!;
        var name = (string)users[0]["userName"]!;
        foreach (var (filter, expected) in ((string, IEnumerable<string>)[])[
            ("active eq true", active), ("active eq false", inactive), ("ACTIVE EQ True", active), ("not (active eq true)", inactive), ("active ne true", inactive),
            ("active pr", users.Select(Id)), ("urn:ietf:params:scim:schemas:core:2.0:User:active eq false", inactive),
            ($"active eq true and (userName eq {Quoted(name)} or active eq false)", users.Take(1).Where(user => (bool)user["active"]!).Select(Id)),
            ($"userName eq {Quoted(name)} or active eq false and active eq true", users.Take(1).Select(Id)),
            ($"meta.lastModified eq \"{last}\"", users.Select(Id)), ($"meta.lastModified gt \"{last}\"", []), ($"meta.lastModified ge \"{last}\"", users.Select(Id)),
            ($"meta.lastModified lt \"{last}\"", []), ("meta.lastModified gt \"2011-05-13T04:42:34+02:00\"", users.Select(Id)),
            ("meta.lastModified le \"2011-05-13T04:42:34Z\"", []),
            ("userName pr and externalId pr and displayName pr and emails pr and emails.value pr and id pr", users.Where(HasNameAndMail).Select(Id)),
            ("not (emails pr)", users.Where(user => !user.ContainsKey("emails")).Select(Id)), ("displayName eq null", users.Where(user => !user.ContainsKey("displayName")).Select(Id)),
            ("emails.value ne \"nobody@nowhere.example\"", users.Select(Id))])
        {
            var found = await app.Scim.FilterAsync("Users", filter);
            Assert.True(expected.SequenceEqual(found.Ids()), $"{filter}: {found["totalResults"]} found");
        }
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task As_many_terms_and_parentheses_as_are_allowed_work(string provider)
    {
        var app = await apps.OnAsync(provider);
        foreach (var filter in (string[])[
            string.Join(" or ", Enumerable.Range(0, 200).Select(index => $"id eq \"{index}\"")),
            string.Join(" or ", Enumerable.Range(0, 200).Select(index => $"emails eq \"{index}\"")),
            string.Concat(Enumerable.Repeat("not (", 32)) + "active ne true and active ne false" + new string(')', 32)])
        {
            Assert.Empty((await app.Scim.FilterAsync("Users", filter)).Ids());
        }
    }

    private static string Id(JsonObject user) => (string)user["id"]!;

    private static bool HasNameAndMail(JsonObject user) => user.ContainsKey("displayName") && user.ContainsKey("emails");

    private static string Quoted(string text) => JsonSerializer.Serialize(text);
}
