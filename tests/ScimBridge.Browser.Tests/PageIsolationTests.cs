using System.Net.Http.Json;
using System.Reflection;
using System.Text.Json;
using Microsoft.AspNetCore.Components;
using ScimBridge.HiBobSimulator;
using ScimBridge.Tests;
using ScimBridge.Tests.TestDatabases;
using Xunit;

namespace ScimBridge.Browser.Tests;

/// <summary>The pages of a directory with the ids of another one: each says that there is no such thing, and nothing of the other directory.</summary>
public sealed class PageIsolationTests(Chromium chromium)
{
    private const string Below = "/admin/directories/{Key}/";

    /// <summary>What a page says that finds nothing, by the beginning of its route.</summary>
    private static readonly Dictionary<string, (string Says, string[] Parts)> Pages = new(StringComparer.Ordinal)
    {
        ["users"] = ("No such user", ["attributes", "json", "history"]),
        ["groups"] = ("No such group", ["json", "history"]),
        ["syncs"] = ("This directory has no sync", []),
    };

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task No_page_of_a_directory_shows_anything_of_another_one_by_its_ids()
    {
        await using var database = await TestDatabase.CreateAsync(Databases.Sqlite, Ct);
        await using var acme = await HiBobSimulatorServer.StartAsync(new HiBobSimulatorOptions { People = 20, RateLimitPerMinute = 0 }, Ct);
        await using var globex = await HiBobSimulatorServer.StartAsync(new HiBobSimulatorOptions { People = 20, RateLimitPerMinute = 0, Seed = 2 }, Ct);
        Mark(globex.Company);
        await using var app = ScimBridgeApp.Start(database, [acme, globex]);
        await app.SyncAsync("acme", Ct);
        var run = await app.SyncAsync("globex", Ct);
        using var theirs = app.ClientOf("globex");
        var user = (await theirs.GetFromJsonAsync<JsonElement>("Users?filter=displayName sw \"Zorblax\"&count=1", Ct)).GetProperty("Resources")[0];
        var group = (await theirs.GetFromJsonAsync<JsonElement>("Groups?filter=displayName sw \"Zorblax\"&count=1", Ct)).GetProperty("Resources")[0];
        var ids = new Dictionary<string, string> { ["users"] = Id(user), ["groups"] = Id(group), ["syncs"] = $"{run.Id}" };
        await using var window = await Window.OpenAsync(chromium, app.Address);
        await window.SignInAsync();

        var shown = new List<string>();
        foreach (var (kind, id) in ids)
        {
            // The same address of its own directory shows it, or the test would tell nothing.
            await window.GoAsync($"/admin/directories/globex/{kind}/{id}");
            Assert.DoesNotContain(Pages[kind].Says, await TextAsync(window), StringComparison.Ordinal);

            foreach (var path in (string[])[id, .. Pages[kind].Parts.Select(part => $"{id}/{part}")])
            {
                await window.GoAsync($"/admin/directories/acme/{kind}/{path}");
                var text = await TextAsync(window);
                if (!text.Contains(Pages[kind].Says, StringComparison.Ordinal) || text.Contains("zorblax", StringComparison.OrdinalIgnoreCase))
                {
                    shown.Add($"{kind}/{path}");
                }
            }
        }

        Assert.Empty(shown);

        // What names another thing in the query of a page is looked for in the page's directory alone, too.
        foreach (var query in (string[])[$"group={Id(group)}", "q=Zorblax", $"filter={Uri.EscapeDataString($"id eq \"{Id(user)}\" or manager.value eq \"{Id(user)}\" or groups.value eq \"{Id(group)}\"")}"])
        {
            await window.GoAsync($"/admin/directories/acme/users?{query}");
            await window.SaysAsync("Nobody matches");
            Assert.DoesNotContain("zorblax", (await TextAsync(window)).Replace("Zorblax\"", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public void Every_page_below_a_directory_that_takes_an_id_is_one_of_those_that_are_tried()
    {
        var routes = typeof(Program).Assembly.GetTypes().SelectMany(type => type.GetCustomAttributes<RouteAttribute>()).Select(route => route.Template);

        Assert.Equal(
            ["groups/{Id}", "groups/{Id}/{Part}", "syncs/{Id}", "users/{Id}", "users/{Id}/{Part}"],
            routes.Where(route => route.StartsWith(Below, StringComparison.Ordinal) && route.IndexOf('{', Below.Length) > 0)
                .Select(route => route[Below.Length..]).Order(StringComparer.Ordinal));
    }

    /// <summary>Gives everything of a company names that nobody else has.</summary>
    private static void Mark(HiBobSimulator.Company company)
    {
        foreach (var item in company.FindList("department")!.AllItems)
        {
            company.RenameListItem("department", item.Id, $"Zorblax {item.Name}");
        }

        foreach (var person in company.People)
        {
            company.Update(
                person.Id, ("root.displayName", $"Zorblax {person.Id}"), ("root.firstName", "Zorblax"), ("root.email", $"zorblax.{person.Id}@zorblax.example"), ("work.title", "Zorblaxian"));
        }
    }

    private static string Id(JsonElement resource) => resource.GetProperty("id").GetString()!;

    private static async Task<string> TextAsync(Window window) => await window.Page.Locator("body").TextContentAsync() ?? "";
}
