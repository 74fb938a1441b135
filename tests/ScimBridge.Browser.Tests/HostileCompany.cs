using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using ScimBridge.Tests.Sync;
using Xunit;

namespace ScimBridge.Browser.Tests;

/// <summary>A company of <see cref="HostileNames"/>: its people, titles, departments, custom values, groups, keys, tokens, notes and directories.</summary>
internal static class HostileCompany
{
    /// <summary>The filter of one of its tokens.</summary>
    public static readonly string Filter = $"title eq \"{HostileNames.Long}\"";

    /// <summary>The first of its people, who has the worst of names and whom the others report to.</summary>
    public static string WorstPerson => IdOf(0);

    private const int First = 101;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>The HiBob id of whoever has the name at an index.</summary>
    public static string IdOf(int index) => SmallCompany.Id(First + index);

    /// <summary>Starts it, with a version whose rules have such names too, and with a plan that waits.</summary>
    public static async Task<Company> StartAsync()
    {
        var company = await Company.StartAsync(
            new Dictionary<string, string?> { ["Directories:0:Name"] = HostileNames.Worst, ["Directories:0:Organization"] = HostileNames.Worst }, people: 20, fill: Fill);
        using var admin = company.Api();
        var key = await PostAsync(admin, "api-keys", new { name = HostileNames.Worst, role = "admin" });
        using var api = company.Api();
        api.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key.GetProperty("key").GetString());
        await PostAsync(api, "api-keys", new { name = HostileNames.LongGiven, role = "viewer" });
        await PostAsync(api, "directories/acme/tokens", new { name = HostileNames.Worst, scopes = (string[])["read_users"] });
        await PostAsync(api, "directories/acme/tokens", new { name = HostileNames.LongGiven, scopes = (string[])["read_users"], filters = new { users = Filter } });
        await PostAsync(api, "organizations", new { name = HostileNames.All[2] });
        await company.MakeDirectoryAsync("long", HostileNames.LongGiven, HostileNames.LongGiven);
        await PostAsync(api, "directories/long/setup-links", null);
        await PostAsync(api, "directories/long/pause", new { reason = HostileNames.Worst });
        await SaveRulesAsync(api);
        await JobProbe.RunsAsync(company.App, finished: 2);
        company.HiBob.Company.Update(WorstPerson, "work.title", HostileNames.All[3]);
        await PostAsync(api, "directories/acme/syncs", null);
        await JobProbe.RunsAsync(company.App, finished: 3);
        foreach (var number in Enumerable.Range(2, 8))
        {
            company.HiBob.Company.Remove(IdOf(number));
        }

        await PostAsync(api, "directories/acme/syncs", null);
        await JobProbe.RunsAsync(company.App, finished: 4);
        return company;
    }

    private static void Fill(HiBobSimulator.Company company)
    {
        for (var index = 0; index < HostileNames.All.Count; index++)
        {
            var name = HostileNames.All[index];
            company.AddListItem("department", $"hostile-{index}", name);
            SmallCompany.Add(
                company, First + index, ("root.firstName", name), ("root.surname", name), ("root.displayName", name), ("work.title", name),
                ("work.department", $"hostile-{index}"), ("work.siteId", null), ("work.custom.field_1700000000007", name), ("work.manager", index == 0 ? null : WorstPerson));
        }
    }

    private static async Task SaveRulesAsync(HttpClient api)
    {
        using var current = await api.GetAsync("directories/acme/rules", Ct);
        using var request = new HttpRequestMessage(HttpMethod.Put, $"directories/acme/rules?note={Uri.EscapeDataString(HostileNames.Worst)}");
        request.Headers.IfMatch.Add(current.Headers.ETag!);
        request.Content = JsonContent.Create(new
        {
            format = 1,
            customAttributes = (object[])[new { name = "kit", description = HostileNames.Worst, source = new { field = "work.custom.field_1700000000007" } }],
            groups = new
            {
                rules = (object[])
                [
                    new { id = "worst", name = $"{HostileNames.Worst}{HostileNames.Worst}", condition = new { field = "work.title", op = "in", values = HostileNames.All.Take(4) } },
                    new { id = "long", name = HostileNames.LongGiven, condition = new { field = "work.title", op = "eq", value = HostileNames.Long } },
                ],
            },
        });
        using var saved = await api.SendAsync(request, Ct);
        Assert.True(saved.IsSuccessStatusCode, await saved.Content.ReadAsStringAsync(Ct));
    }

    private static async Task<JsonElement> PostAsync(HttpClient api, string path, object? body)
    {
        using var response = await api.PostAsJsonAsync(path, body ?? new { }, Ct);
        var answer = await response.Content.ReadAsStringAsync(Ct);
        Assert.True(response.IsSuccessStatusCode, $"{path}: {answer}");
        return answer.Length == 0 ? default : JsonElement.Parse(answer);
    }
}
