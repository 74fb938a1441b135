using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using ScimBridge.Admin.Actions;
using ScimBridge.Admin.Pages;
using ScimBridge.Tests.TestDatabases;
using Xunit;

namespace ScimBridge.Tests.Admin;

/// <summary>Links by which somebody without an account links a directory to HiBob, once.</summary>
public sealed partial class SetupLinkTests
{
    private const string Links = "directories/acme/setup-links";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task The_customers_admin_links_the_directory_and_the_link_ends(string provider)
    {
        await using var scenario = await LinkingScenario.StartAsync(provider);
        await scenario.MakeAsync("acme", "A secret <name>");
        var (path, id) = await LinkAsync(scenario);
        using var browser = Browser(scenario);

        using var page = await browser.GetAsync(path, Ct);
        var html = await page.Content.ReadAsStringAsync(Ct);
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.Contains("Make a service user", html, StringComparison.Ordinal);
        Assert.Contains("<label for=\"serviceUserId\">", html, StringComparison.Ordinal);
        Assert.Contains("<label for=\"token\">", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(" autofocus", html, StringComparison.Ordinal);
        Assert.Contains("default-src 'none'", page.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.True(page.Headers.CacheControl!.NoStore);

        using var wrong = await SubmitAsync(browser, path, "SERVICE-1234", "not the token, <b>really</b>");
        var refused = await wrong.Content.ReadAsStringAsync(Ct);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        Assert.Contains("role=\"alert\"", refused, StringComparison.Ordinal);
        Assert.Contains("Failed", refused, StringComparison.Ordinal);
        Assert.DoesNotContain("not the token", refused, StringComparison.Ordinal);
        Assert.Matches("<input id=\"serviceUserId\"[^>]* value=\"SERVICE-1234\" required>", refused);
        Assert.Matches("<input id=\"token\"[^>]* required autofocus>", refused);
        Assert.Equal("unlinked", (await scenario.DirectoryAsync("acme")).GetProperty("state").GetString());

        using var right = await SubmitAsync(browser, path, scenario.HiBob.Options.ServiceUserId, scenario.HiBob.Options.Token);
        var linked = await right.Content.ReadAsStringAsync(Ct);
        Assert.Equal(HttpStatusCode.OK, right.StatusCode);
        Assert.Contains("<h1>Linked</h1>", linked, StringComparison.Ordinal);
        Assert.Contains("What comes next", linked, StringComparison.Ordinal);
        Assert.DoesNotContain(scenario.HiBob.Options.Token, linked, StringComparison.Ordinal);
        Assert.Equal("validating", (await scenario.DirectoryAsync("acme")).GetProperty("state").GetString());

        using var used = await browser.GetAsync(path, Ct);
        Assert.Equal(HttpStatusCode.Gone, used.StatusCode);
        Assert.Contains("Ask whoever sent it", (await used.Content.ReadAsStringAsync(Ct)).Replace("ask", "Ask", StringComparison.Ordinal), StringComparison.Ordinal);
        var listed = (await scenario.Api.GetFromJsonAsync<JsonElement>(Links, Ct))[0];
        Assert.Equal((id, "used", 2), (listed.GetProperty("id").GetGuid(), listed.GetProperty("state").GetString(), listed.GetProperty("attempts").GetInt32()));
        var audit = await scenario.Api.GetFromJsonAsync<JsonElement>("audit?actor=setup-link", Ct);
        Assert.Equal(["credentials.set", "setup_link.refused"], audit.EnumerateArray().Select(entry => entry.GetProperty("action").GetString()));
        Assert.All(audit.EnumerateArray(), entry => Assert.Equal("127.0.0.1", entry.GetProperty("remoteAddress").GetString()));
    }

    [Fact]
    public async Task The_page_says_for_whom_it_is_and_until_when_and_what_is_read()
    {
        await using var scenario = await LinkingScenario.StartAsync(Databases.Sqlite);
        using var made = await scenario.Api.PostAsJsonAsync(
            "directories",
            new { key = "acme", name = "People <of> Acme", organization = "Acme & Sons", hiBob = new { baseUrl = scenario.HiBob.BaseUrl.AbsoluteUri } },
            Ct);
        await made.ShouldBeAsync(201);
        var (path, id) = await LinkAsync(scenario);
        using var browser = Browser(scenario);

        var html = await browser.GetStringAsync(path, Ct);

        Assert.Contains("<bdi>Acme &amp; Sons</bdi> asks you to link HiBob", html, StringComparison.Ordinal);
        Assert.Contains("its directory <bdi>People &lt;of&gt; Acme</bdi>", html, StringComparison.Ordinal);
        Assert.Contains("<time datetime=\"2026-10-22T06:00:00Z\">22 October 2026, 06:00 UTC</time>", html, StringComparison.Ordinal);
        Assert.Contains("What you grant below is read", html, StringComparison.Ordinal);
        using var end = await scenario.SendAsync(HttpMethod.Delete, $"{Links}/{id}", null, tag: null);
        using var closed = await browser.GetAsync(path, Ct);
        Assert.DoesNotContain("Acme", await closed.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_warning_leaves_something_to_do_in_HiBob_and_no_new_link_is_needed()
    {
        await using var scenario = await LinkingScenario.StartAsync(Databases.Sqlite);
        await scenario.MakeAsync("acme");
        var (path, _) = await LinkAsync(scenario);
        using var browser = Browser(scenario);

        using var linked = await SubmitAsync(browser, path, scenario.HiBob.Options.ServiceUserId, scenario.HiBob.Options.Token);

        var html = await linked.Content.ReadAsStringAsync(Ct);
        Assert.Contains("Warning", html, StringComparison.Ordinal);
        Assert.Contains("Something is left to do in HiBob", html, StringComparison.Ordinal);
        Assert.Contains("no new link is needed", html, StringComparison.Ordinal);
        Assert.DoesNotContain("nothing left", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_warning_there_is_nothing_left_to_do() =>
        Assert.Contains(
            "There is nothing left for you to do",
            SetupPage.Next(new CredentialCheck([new CredentialStep("leavers", "Leavers", CredentialStepResult.Passed, "", null)])).Markup,
            StringComparison.Ordinal);

    [Fact]
    public async Task A_token_in_the_field_of_the_id_is_not_filled_in_again()
    {
        await using var scenario = await LinkingScenario.StartAsync(Databases.Sqlite);
        await scenario.MakeAsync("acme");
        var (path, _) = await LinkAsync(scenario);
        using var browser = Browser(scenario);

        using var refused = await SubmitAsync(browser, path, "the-token", "the-token");

        var html = await refused.Content.ReadAsStringAsync(Ct);
        Assert.Matches("<input id=\"serviceUserId\"[^>]* value=\"\" required autofocus>", html);
        Assert.Matches("<input id=\"token\"[^>]* required>", html);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_link_that_is_over_ended_or_none_is_a_page_that_says_so(string provider)
    {
        await using var scenario = await LinkingScenario.StartAsync(provider);
        await scenario.MakeAsync("acme");
        var (expired, _) = await LinkAsync(scenario, hours: 1);
        var (ended, endedId) = await LinkAsync(scenario);
        var (deleting, _) = await LinkAsync(scenario);
        using var browser = Browser(scenario);
        scenario.Time.Advance(TimeSpan.FromHours(1) - TimeSpan.FromSeconds(1));
        Assert.Equal(200, await StatusAsync(browser, expired));
        scenario.Time.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(410, await StatusAsync(browser, expired));
        Assert.Equal(200, await StatusAsync(browser, ended));
        using var end = await scenario.SendAsync(HttpMethod.Delete, $"{Links}/{endedId}", null, tag: null);
        await end.ShouldBeAsync(204);
        Assert.Equal(410, await StatusAsync(browser, ended));
        Assert.Equal(404, await StatusAsync(browser, ended[..^1] + (ended[^1] == 'A' ? "B" : "A")));
        Assert.Equal(404, await StatusAsync(browser, "setup/none"));
        using var refused = await browser.PostFormAsync(ended, Ct, ("serviceUserId", scenario.HiBob.Options.ServiceUserId), ("token", scenario.HiBob.Options.Token));
        Assert.Equal(HttpStatusCode.Gone, refused.StatusCode);
        using var gone = await scenario.SendAsync(HttpMethod.Delete, "directories/acme", new { name = "acme directory" });
        await gone.ShouldBeAsync(202);
        Assert.Equal(410, await StatusAsync(browser, deleting));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Wrong_credentials_are_throttled_and_end_the_link_in_the_end(string provider)
    {
        await using var scenario = await LinkingScenario.StartAsync(provider);
        await scenario.MakeAsync("acme");
        var (path, id) = await LinkAsync(scenario);
        using var browser = Browser(scenario);
        for (var attempt = 0; attempt < SetupThrottle.Attempts; attempt++)
        {
            using var wrong = await SubmitAsync(browser, path, "SERVICE-1234", "wrong");
            Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        }

        using var tooMany = await SubmitAsync(browser, path, "SERVICE-1234", "wrong");
        Assert.Equal(HttpStatusCode.TooManyRequests, tooMany.StatusCode);
        Assert.InRange(int.Parse(tooMany.Headers.GetValues("Retry-After").Single(), CultureInfo.InvariantCulture), 1, 60);

        await using (var db = await scenario.ContextAsync())
        {
            db.SetupLinks.Single(link => link.Id == id).Attempts = ScimBridge.Storage.SetupLinkStore.MostAttempts;
            await db.SaveChangesAsync(Ct);
        }

        Assert.Equal(410, await StatusAsync(browser, path));
        Assert.Equal("exhausted", (await scenario.Api.GetFromJsonAsync<JsonElement>(Links, Ct))[0].GetProperty("state").GetString());
    }

    [Fact]
    public async Task A_form_that_is_not_ours_is_not_taken()
    {
        await using var scenario = await LinkingScenario.StartAsync(Databases.Sqlite);
        await scenario.MakeAsync("acme");
        var (path, _) = await LinkAsync(scenario);
        using var browser = Browser(scenario);

        using var forged = await browser.PostFormAsync(path, Ct, ("serviceUserId", scenario.HiBob.Options.ServiceUserId), ("token", scenario.HiBob.Options.Token));
        using var foreign = await browser.PostFormAsync(path, [("Origin", "https://evil.example")], ("token", "x"), Ct);

        Assert.Equal(HttpStatusCode.BadRequest, forged.StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, foreign.StatusCode);
        Assert.Equal("unlinked", (await scenario.DirectoryAsync("acme")).GetProperty("state").GetString());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(721)]
    public async Task A_link_lasts_an_hour_at_least_and_thirty_days_at_most(int hours)
    {
        await using var scenario = await LinkingScenario.StartAsync(Databases.Sqlite);
        await scenario.MakeAsync("acme");

        using var refused = await scenario.Api.PostAsJsonAsync(Links, new { expiresInHours = hours }, Ct);
        using var missing = await scenario.Api.PostAsync("directories/none/setup-links", null, Ct);
        using var noLink = await scenario.SendAsync(HttpMethod.Delete, $"{Links}/{Guid.NewGuid()}", null, tag: null);

        await refused.ShouldBeProblemAsync(400, "between 1 and 720");
        await missing.ShouldBeAsync(404);
        await noLink.ShouldBeAsync(404);
    }

    [Fact]
    public async Task The_address_is_kept_nowhere()
    {
        await using var scenario = await LinkingScenario.StartAsync(Databases.Sqlite);
        await scenario.MakeAsync("acme");

        var (path, _) = await LinkAsync(scenario);

        var secret = path["setup/".Length..];
        Assert.StartsWith("scimbridge_setup_", secret, StringComparison.Ordinal);
        foreach (var list in (string[])[Links, "audit", "directories/acme/events"])
        {
            Assert.DoesNotContain(secret, await scenario.Api.GetStringAsync(list, Ct), StringComparison.Ordinal);
        }
    }

    private static async Task<(string Path, Guid Id)> LinkAsync(LinkingScenario scenario, int? hours = null)
    {
        using var made = hours is null
            ? await scenario.Api.PostAsync(Links, null, Ct)
            : await scenario.Api.PostAsJsonAsync(Links, new { expiresInHours = hours }, Ct);
        var link = await made.ShouldBeAsync(201);
        var url = link.GetProperty("url").GetString()!;
        Assert.StartsWith("https://bridge.example/setup/", url, StringComparison.Ordinal);
        Assert.Equal(
            scenario.Time.GetUtcNow().AddHours(hours ?? 168), link.GetProperty("details").GetProperty("expiresAt").GetDateTimeOffset());
        return (new Uri(url).AbsolutePath[1..], link.GetProperty("details").GetProperty("id").GetGuid());
    }

    private static HttpClient Browser(LinkingScenario scenario) =>
        new(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() }) { BaseAddress = new Uri(scenario.App.Address) };

    private static async Task<HttpResponseMessage> SubmitAsync(HttpClient browser, string path, string id, string token)
    {
        var field = HiddenField().Match(await browser.GetStringAsync(path, Ct));
        return await browser.PostFormAsync(path, Ct, (field.Groups[1].Value, field.Groups[2].Value), ("serviceUserId", id), ("token", token));
    }

    private static async Task<int> StatusAsync(HttpClient browser, string path)
    {
        using var response = await browser.GetAsync(path, Ct);
        return (int)response.StatusCode;
    }

    [GeneratedRegex("<input type=\"hidden\" name=\"([^\"]*)\" value=\"([^\"]*)\">")]
    private static partial Regex HiddenField();
}
