using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ScimBridge.Directories;
using ScimBridge.Storage;
using ScimBridge.Tests.Directories;
using ScimBridge.Tests.Scim;
using ScimBridge.Tests.Storage;
using ScimBridge.Tests.Sync;
using ScimBridge.Tests.TestDatabases;
using Xunit;

namespace ScimBridge.Tests.Admin;

/// <summary>The tokens of a directory over the admin API.</summary>
public sealed class AdminApiTokenTests
{
    private const string Tokens = "api/v1/directories/acme/tokens";
    private const string Some = Tokens + "/0197a2f0-0000-7000-8000-000000000000";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_token_is_shown_without_its_secret_with_all_that_is_known_of_it(string provider)
    {
        await using var fixture = await StorageFixture.StartAsync(provider);
        using var api = fixture.App.AdminApi();
        using var response = await api.PostAsJsonAsync(
            "directories/acme/tokens", new { name = "  Okta ", scopes = new[] { "reports", "read_groups", "reports" }, expiresInDays = 90 }, Ct);

        Assert.True(response.Headers.CacheControl!.NoStore);
        var made = JsonElement.Parse(await response.Content.ReadAsStringAsync(Ct));
        var secret = made.GetProperty("token").GetString()!;
        Assert.StartsWith(ScimTokens.Prefix, secret, StringComparison.Ordinal);
        Assert.Equal(JsonValueKind.Null, made.GetProperty("replaces").ValueKind);
        var shown = await api.GetFromJsonAsync<JsonElement>(response.Headers.Location, Ct);
        Assert.Equal(shown.ToString(), made.GetProperty("details").ToString());
        Assert.Equal(
            ["id", "name", "state", "origin", "scopes", "attributes", "filters", "hint", "createdAt", "createdBy", "expiresAt", "lastUsedAt", "revokedAt", "objection"],
            shown.EnumerateObject().Select(property => property.Name));
        Assert.Equal(
            ("Okta", "live", "generated", $"scimbridge_…{secret[^4..]}", "api-key"),
            (Text(shown, "name"), Text(shown, "state"), Text(shown, "origin"), Text(shown, "hint"), Text(shown, "createdBy")));
        Assert.Equal(["read_groups", "reports"], shown.GetProperty("scopes").EnumerateArray().Select(scope => scope.GetString()));
        Assert.InRange(
            shown.GetProperty("expiresAt").GetDateTimeOffset() - shown.GetProperty("createdAt").GetDateTimeOffset(), TimeSpan.FromDays(90) - TimeSpan.FromMinutes(1), TimeSpan.FromDays(90));

        var list = await api.GetFromJsonAsync<JsonElement>("directories/acme/tokens", Ct);
        Assert.Equal(["Okta", "Configured 1"], list.EnumerateArray().Select(token => Text(token, "name")));
        Assert.Equal(("configured", "settings", "…cdef"), (Text(list[1], "origin"), Text(list[1], "createdBy"), Text(list[1], "hint")));
        Assert.Equal(["read_users", "read_groups", "reports"], list[1].GetProperty("scopes").EnumerateArray().Select(scope => scope.GetString()));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_secret_is_in_its_one_answer_and_nowhere_else(string provider)
    {
        await using var edge = await EdgeApp.StartAsync(provider: provider);
        var (first, id) = await edge.App.MakeTokenAsync("first one", "read_users");
        var (second, successor) = await edge.App.RotateTokenAsync(id, overlapHours: 1);
        using var api = edge.App.AdminApi();
        using var scim = edge.App.Scimming(second);
        await scim.GetScimAsync("Users");
        using var revoked = await api.DeleteAsync(new Uri($"directories/acme/tokens/{successor}", UriKind.Relative), Ct);
        Assert.Equal(HttpStatusCode.NoContent, revoked.StatusCode);
        using var again = await api.DeleteAsync(new Uri($"directories/acme/tokens/{successor}", UriKind.Relative), Ct);
        Assert.Equal(HttpStatusCode.NoContent, again.StatusCode);

        var told = new StringBuilder(edge.Log.All);
        foreach (var path in (string[])["audit", "directories/acme/events", "directories/acme/tokens", $"directories/acme/tokens/{id}", "directories/acme"])
        {
            told.AppendLine(await api.GetStringAsync(path, Ct));
        }

        await using (var db = await edge.App.Services.GetRequiredService<IDbContextFactory<ScimBridgeContext>>().CreateDbContextAsync(Ct))
        {
            var tables = db.Model.GetEntityTypes().Select(type => type.GetTableName()).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
            Assert.Contains("ScimTokens", tables);
            told.AppendJoin('\n', await TableDump.OfAsync(edge.App, tables, Ct));
        }

        var text = told.ToString();
        Assert.Contains("token.rotate", text, StringComparison.Ordinal);
        Assert.Contains(Convert.ToHexString(ScimTokens.Hash(first)), text, StringComparison.Ordinal);
        foreach (var secret in (string[])[first, second])
        {
            Assert.DoesNotContain(secret, text, StringComparison.Ordinal);
            Assert.DoesNotContain(secret[ScimTokens.Prefix.Length..^4], text, StringComparison.Ordinal);
            Assert.DoesNotContain(Convert.ToHexString(Encoding.UTF8.GetBytes(secret)), text, StringComparison.Ordinal);
        }

        var audit = (await api.GetFromJsonAsync<JsonElement>("audit?directory=acme", Ct)).EnumerateArray()
            .Select(entry => (Text(entry, "action"), Text(entry, "target"))).ToList();
        Assert.Equal([("token.revoke", successor.ToString()), ("token.rotate", id.ToString()), ("token.create", id.ToString())], audit);
    }

    [Theory]
    [InlineData("POST", Tokens, """{"scopes":["read_users"]}""", 400, "name")]
    [InlineData("POST", Tokens, """{"name":"","scopes":["read_users"]}""", 400, "name")]
    [InlineData("POST", Tokens, """{"name":"a\nb","scopes":["read_users"]}""", 400, "name")]
    [InlineData("POST", Tokens, """{"name":"a\u0000b","scopes":["read_users"]}""", 400, "U+0000")]
    [InlineData("POST", Tokens, """{"name":"a\ud800b","scopes":["read_users"]}""", 400, "$.name")]
    [InlineData("POST", Tokens, """{"name":"a"}""", 400, "scopes")]
    [InlineData("POST", Tokens, """{"name":"a","scopes":[]}""", 400, "scopes")]
    [InlineData("POST", Tokens, """{"name":"a","scopes":[null]}""", 400, "scopes")]
    [InlineData("POST", Tokens, """{"name":"a","scopes":["read_users","write"]}""", 400, "scopes")]
    [InlineData("POST", Tokens, """{"name":"a","scopes":"read_users"}""", 400, "$.scopes")]
    [InlineData("POST", Tokens, """{"name":"a","scopes":["read_users"],"expiresInDays":0}""", 400, "expiresInDays")]
    [InlineData("POST", Tokens, """{"name":"a","scopes":["read_users"],"expiresInDays":3651}""", 400, "expiresInDays")]
    [InlineData("POST", Tokens, """{"name":"a","scopes":["read_users"],"expiresInDays":1.5}""", 400, "$.expiresInDays")]
    [InlineData("POST", Tokens, """{"name":"a","scopes":["read_users"],"expiresInDays":1,"expiresAt":"2027-01-01T00:00:00Z"}""", 400, "not both")]
    [InlineData("POST", Tokens, """{"name":"a","scopes":["read_users"],"expiresAt":"2020-01-01T00:00:00Z"}""", 400, "expiresAt")]
    [InlineData("POST", Tokens, """{"name":"a","scopes":["read_users"],"expiresAt":"9999-12-31T23:59:59.9999999"}""", 400, "expiresAt")]
    [InlineData("POST", Tokens, """{"name":"a","scopes":["read_users"],"expiresAt":"0001-01-01T00:00:00+14:00"}""", 400, "expiresAt")]
    [InlineData("POST", Tokens, """{"name":"a","scopes":["read_users"],"expiresAt":"tomorrow"}""", 400, "$.expiresAt")]
    [InlineData("POST", Tokens, """{"name":"a","scopes":["read_users"],"token":"mine"}""", 400, "$.token")]
    [InlineData("POST", Tokens, "[", 400, "body")]
    [InlineData("POST", "api/v1/directories/none/tokens", """{"name":"a","scopes":["read_users"]}""", 404, "'none'")]
    [InlineData("GET", "api/v1/directories/none/tokens", null, 404, "'none'")]
    [InlineData("GET", "api/v1/directories/none/tokens/1", null, 404, "'none'")]
    [InlineData("DELETE", "api/v1/directories/none/tokens/1", null, 404, "'none'")]
    [InlineData("POST", "api/v1/directories/none/tokens/1/rotate", null, 404, "'none'")]
    [InlineData("GET", Tokens + "/1", null, 404, "'1'")]
    [InlineData("DELETE", Tokens + "/1", null, 404, "'1'")]
    [InlineData("POST", Tokens + "/1/rotate", null, 404, "'1'")]
    [InlineData("GET", Some, null, 404, "no token")]
    [InlineData("DELETE", Some, null, 404, "no token")]
    [InlineData("POST", Some + "/rotate", null, 404, "no token")]
    [InlineData("POST", Some + "/rotate", """{"overlapHours":-1}""", 400, "overlapHours")]
    [InlineData("POST", Some + "/rotate", """{"overlapHours":721}""", 400, "overlapHours")]
    [InlineData("POST", Some + "/rotate", """{"overlapHours":"1"}""", 404, "no token")]
    [InlineData("POST", Some + "/rotate", """{"hours":1}""", 400, "$.hours")]
    [InlineData("PUT", Tokens, null, 405, "GET or POST")]
    [InlineData("DELETE", Tokens, null, 405, "GET or POST")]
    [InlineData("POST", Some, null, 405, "GET or DELETE")]
    [InlineData("PATCH", Some, null, 405, "GET or DELETE")]
    [InlineData("GET", Some + "/rotate", null, 405, "POST")]
    public async Task Faults_are_problem_details_that_name_what_is_wrong(string method, string path, string? body, int status, string named)
    {
        await using var host = await AdminTestHost.StartAsync(Ct);
        await host.DeclareAsync("acme", Ct);
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        request.Content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json");

        using var response = await host.Api().SendAsync(request, Ct);

        Assert.Contains(named, await AdminApiTests.ShouldBeProblemAsync(response, (HttpStatusCode)status), StringComparison.Ordinal);
        Assert.Empty((await host.Api().GetFromJsonAsync<JsonElement>("api/v1/audit", Ct)).EnumerateArray());
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task What_can_not_be_done_to_a_token_is_a_conflict_that_says_what_to_do(string provider)
    {
        await using var fixture = await StorageFixture.StartAsync(provider);
        using var api = fixture.App.AdminApi();
        var configured = (await api.GetFromJsonAsync<JsonElement>("directories/acme/tokens", Ct))[0].GetProperty("id").GetGuid();
        Assert.Contains("ScimTokens", await ConflictAsync(api.DeleteAsync(At(configured), Ct)), StringComparison.Ordinal);
        Assert.Contains("ScimTokens", await ConflictAsync(RotateAsync(api, configured)), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await fixture.App.Scim.TryGetAsync("Schemas")).StatusCode);

        var (_, id) = await fixture.App.MakeTokenAsync("Entra", "read_users");
        Assert.Contains("rotate", await ConflictAsync(MakeAsync(api, "ENTRA")), StringComparison.Ordinal);
        var (_, successor) = await fixture.App.RotateTokenAsync(id, overlapHours: 24);
        Assert.Contains("replaced", await ConflictAsync(RotateAsync(api, id)), StringComparison.Ordinal);
        Assert.Contains("rotate", await ConflictAsync(MakeAsync(api, "Entra")), StringComparison.Ordinal);
        using var revoked = await api.DeleteAsync(At(successor), Ct);
        Assert.Equal(HttpStatusCode.NoContent, revoked.StatusCode);
        Assert.Contains("new one", await ConflictAsync(RotateAsync(api, successor)), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_directory_has_fifty_tokens_that_work_at_most_however_many_are_made_at_once(string provider)
    {
        await using var fixture = await StorageFixture.StartAsync(provider);
        using var api = fixture.App.AdminApi();
        var sameName = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => StatusOfAsync(MakeAsync(api, "same"))));
        Assert.Equal((1, 7), (sameName.Count(status => status == 201), sameName.Count(status => status == 409)));

        var others = await Task.WhenAll(Enumerable.Range(0, TokenIssueStore.MostLive).Select(number => StatusOfAsync(MakeAsync(api, $"token {number}"))));
        Assert.Equal((TokenIssueStore.MostLive - 2, 2), (others.Count(status => status == 201), others.Count(status => status == 409)));
        var live = (await api.GetFromJsonAsync<JsonElement>("directories/acme/tokens", Ct)).EnumerateArray().ToList();
        Assert.Equal(TokenIssueStore.MostLive, live.Count);
        var id = live[0].GetProperty("id").GetGuid();

        Assert.Contains("50", await ConflictAsync(MakeAsync(api, "one more")), StringComparison.Ordinal);
        Assert.Contains("50", await ConflictAsync(RotateAsync(api, id)), StringComparison.Ordinal);
        var (_, successor) = await fixture.App.RotateTokenAsync(id, overlapHours: 0);
        using var revoked = await api.DeleteAsync(At(successor), Ct);
        Assert.Equal(201, await StatusOfAsync(MakeAsync(api, "one more")));
    }

    [Fact]
    public async Task Without_the_key_nobody_sees_or_makes_tokens()
    {
        await using var host = await AdminTestHost.StartAsync(Ct);
        var token = await host.TokenAsync(await host.DeclareAsync("acme", Ct), Ct);
        foreach (var client in (HttpClient[])[host.Bearer(null), host.Bearer(token)])
        {
            using var list = await client.GetAsync(new Uri(Tokens, UriKind.Relative), Ct);
            using var made = await client.PostAsJsonAsync(Tokens, new { name = "mine", scopes = new[] { "read_users" } }, Ct);

            Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized), (list.StatusCode, made.StatusCode));
        }
    }

    [Fact]
    public async Task A_token_without_the_scope_for_reports_is_told_so_by_excel_too()
    {
        await using var fixture = await StorageFixture.StartAsync(Databases.Sqlite);
        var (token, _) = await fixture.App.MakeTokenAsync("users", "read_users");
        using var client = fixture.App.Anonymous();
        client.DefaultRequestHeaders.Authorization = new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"anybody:{token}")));

        using var response = await client.GetAsync(new Uri("/odata/Users", UriKind.Relative), Ct);

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        var error = (await response.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("error");
        Assert.Equal("InsufficientScope", Text(error, "code"));
    }

    private static Uri At(Guid id) => new($"directories/acme/tokens/{id}", UriKind.Relative);

    private static Task<HttpResponseMessage> RotateAsync(HttpClient api, Guid id) => api.PostAsync(new Uri($"directories/acme/tokens/{id}/rotate", UriKind.Relative), null, Ct);

    private static Task<HttpResponseMessage> MakeAsync(HttpClient api, string name) =>
        api.PostAsJsonAsync("directories/acme/tokens", new { name, scopes = new[] { "read_users" } }, Ct);

    private static async Task<int> StatusOfAsync(Task<HttpResponseMessage> sent)
    {
        using var response = await sent;
        return (int)response.StatusCode;
    }

    private static async Task<string> ConflictAsync(Task<HttpResponseMessage> sent)
    {
        using var response = await sent;
        return await AdminApiTests.ShouldBeProblemAsync(response, HttpStatusCode.Conflict);
    }

    private static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();
}
