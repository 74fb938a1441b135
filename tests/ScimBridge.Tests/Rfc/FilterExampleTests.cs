using System.Text.Json.Nodes;
using ScimBridge.Tests.Scim;
using ScimBridge.Tests.TestDatabases;
using Xunit;

namespace ScimBridge.Tests.Rfc;

/// <summary>
/// Every example filter of RFC 7644 section 3.4.2.2, word for word and with values of our people, against predicates that are
/// written down here and know nothing of our filters.
/// </summary>
public sealed class FilterExampleTests(SharedApps apps)
{
    private const string Enterprise = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    [Shows(
        "7644-3.4.2.2-grammar", "7644-3.4.2.2-operators", "7644-3.4.2.2-matching", "7644-3.4.2.2-logic", "7644-3.4.2.2-any-value", "7644-3.4.2.2-value-path",
        "7644-3.4.2.2-sub-attribute", "7644-3.4.2.2-schemas", "7644-3.10-notation")]
    public async Task Section_3_4_2_2_the_RFCs_own_filters_find_who_matches(string provider)
    {
        var app = await apps.OnAsync(provider);
        var users = (await app.Scim.GetScimAsync("Users?count=1000")).Resources();

        // The RFC's values, and then ours, for which its own are replaced.
        await ShouldFindAsync(app, users, Examples("bjensen", "O'Malley", "J", "2011-05-13T04:42:34Z", "Employee", "Intern", "example.com", "example.org"));
        var someone = users[users.Count / 2];
        await ShouldFindAsync(
            app,
            users,
            Examples(
                someone.TextAt("userName")!, someone.TextAt("name", "familyName")![1..], someone.TextAt("userName")![..1].ToUpperInvariant(),
                someone.TextAt("meta", "lastModified")!, someone.TextAt("userType") ?? "Employee", "Permanent", "fjordline.example", "EXAMPLE.com"));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    [Shows("7644-3.4.2.2-precedence", "7644-3.4.2.2-names", "7644-3.10-case")]
    public async Task Section_3_4_2_2_grouping_then_not_then_and_then_or(string provider)
    {
        var app = await apps.OnAsync(provider);
        var users = (await app.Scim.GetScimAsync("Users?count=1000")).Resources();
        var name = users[3].TextAt("userName")!;
        await ShouldFindAsync(
            app,
            users,
            [
                ($"userName eq {name.Quoted()} or title pr and active eq false", user => Is(user, name) || (Has(user, "title") && !Active(user))),
                ($"active eq false and title pr or userName eq {name.Quoted()}", user => (!Active(user) && Has(user, "title")) || Is(user, name)),
                ($"(userName eq {name.Quoted()} or title pr) and active eq false", user => (Is(user, name) || Has(user, "title")) && !Active(user)),
                ($"not (userName eq {name.Quoted()}) and active eq true", user => !Is(user, name) && Active(user)),
                ("NOT (TITLE PR) OR Active EQ false", user => !Has(user, "title") || !Active(user)),
                ($"URN:IETF:params:SCIM:schemas:core:2.0:USER:USERNAME Eq {name.ToUpperInvariant().Quoted()}", user => Is(user, name)),
                ($"{Enterprise}:department pr and {Enterprise}:Manager.DisplayName pr", user =>
                    user.TextAt(Enterprise, "department") is not null && user.TextAt(Enterprise, "manager", "displayName") is not null),
            ]);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    [Shows("7644-3.4.2.2-unknown-operator", "7644-3.4.2.2-order-of-flags", "7644-3.12-scim-type", "7644-3.12-detail")]
    public async Task Section_3_4_2_2_what_cannot_be_asked_is_an_invalid_filter_with_a_reason(string provider)
    {
        var app = await apps.OnAsync(provider);

        Assert.Contains("character 10", await app.Scim.TryGetAsync(Users("userName regex \"^b\"")).ShouldBeScimErrorAsync(400, "invalidFilter"), StringComparison.Ordinal);
        foreach (var comparison in (string[])["gt", "ge", "lt", "le"])
        {
            Assert.NotEmpty(await app.Scim.TryGetAsync(Users($"active {comparison} true")).ShouldBeScimErrorAsync(400, "invalidFilter"));
        }

        foreach (var filter in (string[])["name eq \"Jensen\"", "emails.nothing eq \"x\"", "userName eq bjensen", "userName eq 'bjensen'", "userName", "eq \"bjensen\""])
        {
            Assert.NotEmpty(await app.Scim.TryGetAsync(Users(filter)).ShouldBeScimErrorAsync(400, "invalidFilter"));
        }
    }

    private static (string Filter, Func<JsonObject, bool> Matches)[] Examples(
        string userName, string family, string start, string moment, string type, string otherType, string domain, string otherDomain)
    {
        var time = DateTimeOffset.Parse(moment, null);
        return
        [
            ($"userName eq {userName.Quoted()}", user => Is(user, userName)),
            ($"name.familyName co {family.Quoted()}", user => Contains(user.TextAt("name", "familyName"), family)),
            ($"userName sw {start.Quoted()}", user => user.TextAt("userName")!.StartsWith(start, StringComparison.OrdinalIgnoreCase)),
            ($"urn:ietf:params:scim:schemas:core:2.0:User:userName sw {start.Quoted()}", user => user.TextAt("userName")!.StartsWith(start, StringComparison.OrdinalIgnoreCase)),
            ("title pr", user => Has(user, "title")),
            ($"meta.lastModified gt {moment.Quoted()}", user => Modified(user) > time),
            ($"meta.lastModified ge {moment.Quoted()}", user => Modified(user) >= time),
            ($"meta.lastModified lt {moment.Quoted()}", user => Modified(user) < time),
            ($"meta.lastModified le {moment.Quoted()}", user => Modified(user) <= time),
            ($"title pr and userType eq {type.Quoted()}", user => Has(user, "title") && OfType(user, type)),
            ($"title pr or userType eq {otherType.Quoted()}", user => Has(user, "title") || OfType(user, otherType)),
            ($"schemas eq \"{Enterprise}\"", user => user["schemas"]!.AsArray().Any(schema => (string)schema! == Enterprise)),
            ($"userType eq {type.Quoted()} and (emails co {domain.Quoted()} or emails.value co {otherDomain.Quoted()})", user => OfType(user, type) && (Mail(user, domain) || Mail(user, otherDomain))),
            ($"userType ne {type.Quoted()} and not (emails co {domain.Quoted()} or emails.value co {otherDomain.Quoted()})", user =>
                !OfType(user, type) && !(Mail(user, domain) || Mail(user, otherDomain))),
            ($"userType eq {type.Quoted()} and (emails.type eq \"work\")", user => OfType(user, type) && user.ValuesOf("emails").Any(IsWork)),
            ($"userType eq {type.Quoted()} and emails[type eq \"work\" and value co {$"@{domain}".Quoted()}]", user => OfType(user, type) && WorkMail(user, domain)),
            ($"emails[type eq \"work\" and value co {$"@{domain}".Quoted()}] or ims[type eq \"xmpp\" and value co \"@foo.com\"]", user => WorkMail(user, domain)),
        ];
    }

    private static async Task ShouldFindAsync(ScimBridgeApp app, List<JsonObject> users, (string Filter, Func<JsonObject, bool> Matches)[] examples)
    {
        foreach (var (filter, matches) in examples)
        {
            var found = await app.Scim.FilterAsync("Users", filter);

            Assert.True(users.Where(matches).Select(user => user.TextAt("id")!).SequenceEqual(found.Ids()), $"{filter}: {found["totalResults"]} found");
        }
    }

    private static string Users(string filter) => $"Users?filter={Uri.EscapeDataString(filter)}";

    private static bool Is(JsonObject user, string userName) => string.Equals(user.TextAt("userName"), userName, StringComparison.OrdinalIgnoreCase);

    private static bool Active(JsonObject user) => (bool)user["active"]!;

    private static bool Has(JsonObject user, string attribute) => user.ContainsKey(attribute);

    private static bool OfType(JsonObject user, string type) => string.Equals(user.TextAt("userType"), type, StringComparison.OrdinalIgnoreCase);

    private static bool Contains(string? text, string part) => text?.Contains(part, StringComparison.OrdinalIgnoreCase) == true;

    private static bool Mail(JsonObject user, string part) => user.ValuesOf("emails").Any(email => Contains(email.TextAt("value"), part));

    private static bool WorkMail(JsonObject user, string domain) => user.ValuesOf("emails").Any(email => IsWork(email) && Contains(email.TextAt("value"), $"@{domain}"));

    private static bool IsWork(JsonObject email) => string.Equals(email.TextAt("type"), "work", StringComparison.OrdinalIgnoreCase);

    private static DateTimeOffset Modified(JsonObject user) => DateTimeOffset.Parse(user.TextAt("meta", "lastModified")!, null);
}
