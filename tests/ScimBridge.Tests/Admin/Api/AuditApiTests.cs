using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using ScimBridge.Admin.Api;
using ScimBridge.Storage.Records;
using ScimBridge.Tests.TestDatabases;
using Xunit;

namespace ScimBridge.Tests.Admin.Api;

/// <summary>The audit log over the admin API: pages of it, and all of it as a file.</summary>
public sealed class AuditApiTests
{
    private static readonly DateTimeOffset s_noon = new(2026, 10, 15, 12, 0, 0, TimeSpan.Zero);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_period_has_what_was_done_from_its_first_moment_until_before_its_last(string provider)
    {
        await using var host = await WithEntriesAsync(provider, 5);

        var page = await host.Api().GetFromJsonAsync<JsonElement>("api/v1/audit?from=2026-10-15T12:01:00Z&to=2026-10-15T14:03:00%2B02:00", Ct);

        Assert.Equal(["2", "1"], page.EnumerateArray().Select(entry => entry.Text("target")));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task An_export_has_everything_that_matches_the_oldest_first_however_much(string provider)
    {
        await using var host = await WithEntriesAsync(provider, 2500);

        using var csv = await host.Api().GetAsync("api/v1/audit/export?format=csv&directory=acme", Ct);
        using var json = await host.Api().GetAsync("api/v1/audit/export?format=ndjson&actor=eve&action=plan&from=2026-10-15T12:01:00Z&to=2026-10-15T12:04:00Z", Ct);

        Assert.Equal(("text/csv", "audit.csv"), (csv.Content.Headers.ContentType!.MediaType, csv.Content.Headers.ContentDisposition!.FileName));
        Assert.True(csv.Headers.CacheControl!.NoStore);
        var rows = (await csv.Content.ReadAsStringAsync(Ct)).Split("\r\n");
        Assert.Equal("id,at,actor,action,directoryKey,target,detail,remoteAddress", rows[0]);
        Assert.Equal(("", 2502), (rows[^1], rows.Length));
        Assert.Equal(Enumerable.Range(0, 2500).Select(number => $"{number}"), rows[1..^1].Select(row => row.Split(',')[5]));
        Assert.Contains(",2026-10-15T12:00:00.0000000Z,eve,plan.approve,acme,0,,192.0.2.7", rows[1], StringComparison.Ordinal);
        Assert.Equal("application/x-ndjson", json.Content.Headers.ContentType!.MediaType);
        var lines = (await json.Content.ReadAsStringAsync(Ct)).Split('\n');
        Assert.Equal(["1", "2", "3"], lines[..^1].Select(line => JsonElement.Parse(line).Text("target")));
        var listed = await host.Api().GetFromJsonAsync<JsonElement>("api/v1/audit?to=2026-10-15T12:02:00Z&count=1", Ct);
        Assert.Equal(listed[0].ToString(), lines[0]);
    }

    [Theory]
    [InlineData("export", "format is csv or ndjson")]
    [InlineData("export?format=xlsx", "format is csv or ndjson")]
    [InlineData("export?format=csv&from=yesterday", "from and to are moments")]
    [InlineData("?to=tomorrow", "from and to are moments")]
    public async Task What_is_wrong_is_said(string query, string problem)
    {
        await using var host = await AdminTestHost.StartAsync(Ct);

        using var response = await host.Api().GetAsync($"api/v1/audit{(query[0] == '?' ? "" : "/")}{query}", Ct);

        Assert.Contains(problem, await response.ProblemAsync(HttpStatusCode.BadRequest), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, "")]
    [InlineData("plain", "plain")]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("a \"b\"", "\"a \"\"b\"\"\"")]
    [InlineData("a\nb", "\"a\nb\"")]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+1", "'+1")]
    [InlineData("-1", "'-1")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\tx", "'\tx")]
    [InlineData("\rx", "\"'\rx\"")]
    [InlineData("=HYPERLINK(\"x\")", "\"'=HYPERLINK(\"\"x\"\")\"")]
    public void A_cell_is_quoted_and_no_spreadsheet_takes_it_for_a_formula(string? text, string cell) => Assert.Equal(cell, AuditExport.Cell(text));

    private static async Task<AdminTestHost> WithEntriesAsync(string provider, int count)
    {
        var host = await AdminTestHost.StartAsync(Ct, provider);
        await host.StoreAsync(
            db => db.Audit.AddRange(Enumerable.Range(0, count).Select(number => new AuditRecord
            {
                At = s_noon.AddMinutes(number),
                Actor = "eve",
                Action = "plan.approve",
                DirectoryKey = "acme",
                Target = $"{number}",
                RemoteAddress = "192.0.2.7",
            })),
            Ct);
        return host;
    }
}
