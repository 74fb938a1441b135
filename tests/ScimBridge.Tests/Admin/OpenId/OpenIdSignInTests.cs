using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using ScimBridge.Tests.Scim.OAuth;
using ScimBridge.Tests.TestDatabases;
using Xunit;

namespace ScimBridge.Tests.Admin.OpenId;

/// <summary>Signing in through a real OpenID Connect provider over loopback.</summary>
public sealed class OpenIdSignInTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Whoever_the_provider_gives_a_role_gets_an_account_and_a_session_with_it(string provider)
    {
        await using var issuer = await TestIssuer.StartAsync();
        await using var host = await AdminTestHost.StartAsync(Ct, provider, settings: issuer.SignIns.Settings);
        issuer.SignIns.Person = Person("person-1", "eve@example.com", "people-readers", "everybody");
        var browser = host.Browser();
        var page = await browser.GetStringAsync("signin?returnUrl=%2Fhangfire", Ct);
        Assert.Contains("""href="/signin/openid?returnUrl=%2Fhangfire">Sign in with Example ID</a>""", page, StringComparison.Ordinal);

        using var signedIn = await DanceAsync(browser, "signin/openid?returnUrl=%2Fhangfire");

        Assert.Equal("/hangfire", signedIn.Headers.Location?.OriginalString);
        Assert.Equal(("code", "S256"), (issuer.SignIns.Asked!["response_type"].ToString(), issuer.SignIns.Asked["code_challenge_method"].ToString()));
        Assert.NotEqual("form_post", issuer.SignIns.Asked["response_mode"].ToString());
        using var open = await browser.GetAsync("hangfire", Ct);
        Assert.Equal(HttpStatusCode.OK, open.StatusCode);
        var account = await AccountAsync(host, "eve@example.com");
        Assert.Equal(("viewer", "openid_connect", "system"), (account.Text("role"), account.Text("signsInWith"), account.Text("createdBy")));
        var session = Assert.Single((await host.Api().GetFromJsonAsync<JsonElement>("api/v1/accounts/eve@example.com/sessions", Ct)).EnumerateArray());
        Assert.Equal(
            [$"eve@example.com session.begin {session.Text("id")}", "system account.create eve@example.com"], await host.AuditedAsync());
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Each_sign_in_brings_the_role_up_to_date_and_another_one_ends_the_sessions_before(string provider)
    {
        await using var issuer = await TestIssuer.StartAsync();
        await using var host = await AdminTestHost.StartAsync(Ct, provider, settings: issuer.SignIns.Settings);
        issuer.SignIns.Person = Person("person-1", "eve", "people-admins", "people-readers");
        var first = host.Browser();
        using var asAdmin = await DanceAsync(first);
        Assert.Equal("admin", (await AccountAsync(host, "eve")).Text("role"));

        issuer.SignIns.Person = Person("person-1", "eve.married", "people-readers");
        using var asViewer = await DanceAsync(host.Browser());

        Assert.Equal("viewer", (await AccountAsync(host, "eve")).Text("role"));
        using var ended = await first.GetAsync("admin", Ct);
        Assert.Equal(HttpStatusCode.Redirect, ended.StatusCode);
        var list = await host.Api().GetFromJsonAsync<JsonElement>("api/v1/accounts", Ct);
        Assert.Equal(["admin", "eve"], list.EnumerateArray().Select(account => account.Text("name")));
        using var changed = await host.ChangeAccountAsync("eve", "admin", disabled: false);
        Assert.Contains("OpenID Connect", await changed.ProblemAsync(HttpStatusCode.Conflict), StringComparison.Ordinal);
        using var password = await host.Api().PostAsync("api/v1/accounts/eve/password", null, Ct);
        Assert.Contains("OpenID Connect", await password.ProblemAsync(HttpStatusCode.Conflict), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Whoever_has_no_role_any_more_is_told_so_and_has_no_session(string provider)
    {
        await using var issuer = await TestIssuer.StartAsync();
        await using var host = await AdminTestHost.StartAsync(Ct, provider, settings: issuer.SignIns.Settings);
        issuer.SignIns.Person = Person("person-1", "eve", "people-admins");
        var before = host.Browser();
        using var signedIn = await DanceAsync(before);
        issuer.SignIns.Person = Person("person-1", "eve", "People-Admins");
        var browser = host.Browser();

        using var response = await DanceAsync(browser);

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Contains("have no role here", await response.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
        Assert.Contains("default-src 'none'", response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        using var closed = await browser.GetAsync("admin", Ct);
        using var ended = await before.GetAsync("admin", Ct);
        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Redirect), (closed.StatusCode, ended.StatusCode));
        Assert.Equal("unknown session.refuse eve", (await host.AuditedAsync())[0]);
    }

    [Fact]
    public async Task A_name_that_is_somebody_else_s_here_is_not_taken_over()
    {
        await using var issuer = await TestIssuer.StartAsync();
        await using var host = await AdminTestHost.StartAsync(Ct, settings: issuer.SignIns.Settings);
        await host.MakeKeyAsync("admin-2", "viewer");
        issuer.SignIns.Person = Person("person-1", "Admin", "people-readers");
        using var one = await DanceAsync(host.Browser());
        issuer.SignIns.Person = Person("person-2", "Ådmin System", "people-readers");
        using var two = await DanceAsync(host.Browser());
        issuer.SignIns.Person = new() { ["sub"] = "person|3", ["groups"] = "people-readers" };
        using var three = await DanceAsync(host.Browser());

        var list = await host.Api().GetFromJsonAsync<JsonElement>("api/v1/accounts", Ct);
        Assert.Equal(["-dmin-System", "admin", "Admin-3", "person-3"], list.EnumerateArray().Select(account => account.Text("name")));
        Assert.Equal("admin", (await AccountAsync(host, "admin")).Text("role"));
    }

    [Fact]
    public async Task A_disabled_account_stays_out_whatever_the_provider_says()
    {
        await using var issuer = await TestIssuer.StartAsync();
        await using var host = await AdminTestHost.StartAsync(Ct, settings: issuer.SignIns.Settings);
        issuer.SignIns.Person = Person("person-1", "eve", "people-admins");
        using var signedIn = await DanceAsync(host.Browser());
        using var disabled = await host.ChangeAccountAsync("eve", "admin", disabled: true);
        Assert.Equal(HttpStatusCode.OK, disabled.StatusCode);

        using var response = await DanceAsync(host.Browser());

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Contains("disabled", await response.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_provider_sends_people_back_to_the_public_address_whichever_they_came_by()
    {
        await using var issuer = await TestIssuer.StartAsync();
        await using var host = await AdminTestHost.StartAsync(
            Ct, settings: new Dictionary<string, string?>(issuer.SignIns.Settings) { ["PublicUrl"] = "https://people.example.com" });
        issuer.SignIns.Person = Person("person-1", "eve", "people-admins");
        var browser = host.Browser();
        using var away = await browser.GetAsync("signin/openid", Ct);
        using var provider = await browser.GetAsync(away.Headers.Location, Ct);

        var back = provider.Headers.Location!;
        using var signedIn = await browser.GetAsync(new Uri(back.PathAndQuery, UriKind.Relative), Ct);

        Assert.Equal("https://people.example.com/signin/openid/callback", back.GetLeftPart(UriPartial.Path));
        Assert.Equal("/admin", signedIn.Headers.Location?.OriginalString);
    }

    [Theory]
    [InlineData("refuses")]
    [InlineData("audience")]
    [InlineData("nonce")]
    [InlineData("state")]
    [InlineData("other browser")]
    [InlineData("nothing")]
    public async Task What_goes_wrong_on_the_way_ends_on_the_sign_in_page(string how)
    {
        await using var issuer = await TestIssuer.StartAsync();
        await using var host = await AdminTestHost.StartAsync(Ct, settings: issuer.SignIns.Settings);
        issuer.SignIns.Person = Person("person-1", "eve", "people-admins");
        issuer.SignIns.Refuses = how == "refuses";
        issuer.SignIns.Audience = how == "audience" ? "another" : ProviderSignIns.ClientId;
        issuer.SignIns.Nonce = how == "nonce" ? "another" : null;
        var browser = host.Browser();
        using var start = await browser.GetAsync("signin/openid", Ct);
        using var provider = await browser.GetAsync(start.Headers.Location, Ct);
        var callback = how switch
        {
            "state" => new Uri(provider.Headers.Location!.AbsoluteUri + "x"),
            "nothing" => new Uri(host.Address, "signin/openid/callback"),
            _ => provider.Headers.Location!,
        };

        using var response = await (how == "other browser" ? host.Browser() : browser).GetAsync(callback, Ct);
        using var closed = await browser.GetAsync("admin", Ct);

        Assert.Contains(response.StatusCode, new[] { HttpStatusCode.BadRequest, HttpStatusCode.Forbidden });
        Assert.Contains("role=\"alert\"", await response.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, closed.StatusCode);
        Assert.Empty(await host.AuditedAsync());
    }

    [Fact]
    public async Task A_provider_that_is_down_leaves_the_password()
    {
        await using var issuer = await TestIssuer.StartAsync();
        issuer.Down = true;
        await using var host = await AdminTestHost.StartAsync(Ct, settings: issuer.SignIns.Settings);

        using var response = await host.Browser().GetAsync("signin/openid", Ct);
        using var signedIn = await host.Browser().SignInAsync(Ct);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.Contains("Example ID can&#x27;t be reached", await response.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
        Assert.Equal("/admin", signedIn.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task Without_a_provider_there_is_no_button_and_no_such_page()
    {
        await using var host = await AdminTestHost.StartAsync(Ct);

        var page = await host.Browser().GetStringAsync("signin", Ct);
        using var start = await host.Browser().GetAsync("signin/openid", Ct);
        using var callback = await host.Browser().GetAsync("signin/openid/callback?code=x&state=y", Ct);

        Assert.DoesNotContain("openid", page, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (start.StatusCode, callback.StatusCode));
    }

    private static Dictionary<string, object> Person(string subject, string name, params string[] groups) =>
        new() { ["sub"] = subject, ["preferred_username"] = name, ["groups"] = groups };

    private static Task<JsonElement> AccountAsync(AdminTestHost host, string name) =>
        host.Api().GetFromJsonAsync<JsonElement>($"api/v1/accounts/{name}", Ct);

    /// <summary>From here to the provider and back, as a browser goes.</summary>
    private static async Task<HttpResponseMessage> DanceAsync(HttpClient browser, string start = "signin/openid")
    {
        using var away = await browser.GetAsync(start, Ct);
        Assert.Equal(HttpStatusCode.Redirect, away.StatusCode);
        using var provider = await browser.GetAsync(away.Headers.Location, Ct);
        return await browser.GetAsync(provider.Headers.Location, Ct);
    }
}
