using ScimBridge.Tests.Scim;
using ScimBridge.Tests.TestDatabases;
using Xunit;

namespace ScimBridge.Tests.Rfc;

/// <summary>Which attributes an answer has: RFC 7644 sections 3.4, 3.4.2.5, 3.9 and 3.10.</summary>
public sealed class AttributesTests(SharedApps apps)
{
    private const string Core = "urn:ietf:params:scim:schemas:core:2.0:User";
    private const string Enterprise = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    [Shows("7644-3.9-attributes", "7644-3.9-minimum", "7644-3.10-notation", "7644-3.10-case")]
    public async Task Section_3_9_one_user_with_the_userName_alone_however_it_is_written(string provider)
    {
        var app = await apps.OnAsync(provider);
        var whole = (await app.Scim.GetScimAsync("Users?count=1")).Resources()[0];
        foreach (var attributes in (string[])["userName", "USERNAME", $"{Core}:userName", $"{Core.ToUpperInvariant()}:Username", "userName,id,schemas"])
        {
            var user = await app.Scim.GetScimAsync($"Users/{whole.TextAt("id")}?attributes={Uri.EscapeDataString(attributes)}");

            Assert.Equal(["id", "schemas", "userName"], user.Members().Order(StringComparer.Ordinal));
            Assert.Equal(whole.TextAt("userName"), user.TextAt("userName"));
            Assert.Contains(Core, user["schemas"]!.AsArray().Select(schema => (string)schema!));
        }
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    [Shows("7644-3.9-attributes", "7644-3.10-notation", "7644-3.10-case")]
    public async Task Section_3_10_sub_attributes_and_extensions_are_named_by_their_paths(string provider)
    {
        var app = await apps.OnAsync(provider);
        var whole = (await app.Scim.FilterAsync("Users", "active eq true")).Resources().First(user => user.TextAt(Enterprise, "manager", "value") is not null);
        var path = $"Users/{whole.TextAt("id")}?attributes=";

        var family = await app.Scim.GetScimAsync($"{path}name.FAMILYNAME");
        Assert.Equal(["familyName"], family["name"]!.AsObject().Members());
        var manager = await app.Scim.GetScimAsync($"{path}{Uri.EscapeDataString($"{Enterprise}:manager.value")}");
        Assert.Equal(["manager"], manager[Enterprise]!.AsObject().Members());
        Assert.Equal(["value"], manager[Enterprise]!["manager"]!.AsObject().Members());
        var extension = await app.Scim.GetScimAsync($"{path}{Uri.EscapeDataString(Enterprise)}");
        Assert.Equal(whole[Enterprise]!.ToJsonString(), extension[Enterprise]!.ToJsonString());
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    [Shows("7644-3.9-excluded", "7644-3.9-minimum", "7644-3.4-default-set")]
    public async Task Section_3_9_what_is_excluded_is_left_out_of_the_default(string provider)
    {
        var app = await apps.OnAsync(provider);
        var whole = (await app.Scim.GetScimAsync("Users?count=1")).Resources()[0];

        var user = await app.Scim.GetScimAsync($"Users/{whole.TextAt("id")}?excludedAttributes=id,schemas,name,emails");

        Assert.Contains("userName", whole.Members());
        Assert.Contains("meta", whole.Members());
        Assert.Equal(whole.Members().Except(["name", "emails"]), user.Members());
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    [Shows("7643-4.1.1-password", "7643-9.2-secrets", "7644-3.4-default-set")]
    public async Task Section_4_1_1_a_password_does_not_come_and_cannot_be_asked_after(string provider)
    {
        var app = await apps.OnAsync(provider);

        Assert.All((await app.Scim.GetScimAsync("Users?count=1000")).Resources(), user => Assert.DoesNotContain("password", user.Members()));
        Assert.All((await app.Scim.GetScimAsync("Users?count=1000&attributes=password,userName")).Resources(), user => Assert.DoesNotContain("password", user.Members()));
        await app.Scim.TryGetAsync($"Users?filter={Uri.EscapeDataString("password sw \"a\"")}").ShouldBeScimErrorAsync(400, "invalidFilter");
    }
}
