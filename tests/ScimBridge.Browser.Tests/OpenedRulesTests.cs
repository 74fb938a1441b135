using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace ScimBridge.Browser.Tests;

/// <summary>Every editor that opens on the page of attributes, and what is asked before a draft is lost: no violation of WCAG 2 A and AA.</summary>
public sealed class OpenedRulesTests(Chromium chromium)
{
    [Theory]
    [InlineData(Look.Light)]
    [InlineData(Look.Phone)]
    public async Task Every_editor_of_a_rule_is_accessible(Look look)
    {
        await using var company = await Company.StartAsync(people: 40);
        await using var window = await Window.OpenAsync(chromium, company.App.Address, look);
        var inspection = new Inspection(window, look);
        var source = window.Page.GetByRole(AriaRole.Group, new() { Name = "Source", Exact = true });
        await window.SignInAsync();
        await window.GoAsync("/admin/directories/acme/attributes");

        await window.PressAsync("Change title");
        await inspection.LookAsync("rule-by-default");
        await window.Page.GetByLabel("From a source of your own").CheckAsync();
        await inspection.LookAsync("rule-own-source");
        await window.Page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Choose (a|another) field$") }).First.ClickAsync();
        await window.FillAsync("Search HiBob's fields", "phone");
        await inspection.LookAsync("field-picker");
        await window.PressAsync("Close the list of fields");

        await window.PressAsync("Change the value further: Source");
        foreach (var kind in await window.Page.GetByLabel("What is done").First.Locator("option").AllAsync())
        {
            await window.Page.GetByLabel("What is done").First.SelectOptionAsync((await kind.GetAttributeAsync("value"))!);
            await inspection.LookAsync($"transform-{await kind.GetAttributeAsync("value")}");
        }

        await window.Page.GetByLabel("What is done").First.SelectOptionAsync("Map");
        foreach (var place in (int[])[1, 2])
        {
            await window.PressAsync("Add a value");
            await window.FillAsync($"Value {place} in HiBob", "CTO");
        }

        await window.Page.Keyboard.PressAsync("Tab");
        await window.Page.GetByLabel("All other values").SelectOptionAsync("Replaced");
        await window.SaysAsync("A value stands in the table twice");
        await inspection.LookAsync("transform-table");
        await window.PressAsync("Remove this step: Source, step 1");
        foreach (var kind in (string[])["First", "Template", "Constant"])
        {
            await source.GetByRole(AriaRole.Combobox, new() { Name = "Kind", Exact = true }).First.SelectOptionAsync(kind);
            await inspection.LookAsync($"source-{kind}");
        }

        await window.PressAsync("Done");
        await window.PressAsync("Add one of your own");
        await inspection.LookAsync("rule-custom");
        await window.PressAsync("Done");
        await window.Page.GetByLabel("Another attribute of the standard").SelectOptionAsync(new SelectOptionValue { Index = 5 });
        await inspection.LookAsync("attribute-to-add");
        await window.PressAsync("Throw the draft away");
        await Expect(window.Page.GetByRole(AriaRole.Dialog)).ToBeVisibleAsync();
        await inspection.LookAsync("throw-away");
        await window.PressAsync("Throw it away");
        await Expect(window.Page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
        Assert.Empty(inspection.Violations);
    }

    [Theory]
    [InlineData(Look.Light)]
    [InlineData(Look.Phone)]
    public async Task Conditions_groups_documents_and_drafts_are_accessible(Look look)
    {
        await using var company = await Company.StartAsync(people: 40);
        await using var window = await Window.OpenAsync(chromium, company.App.Address, look);
        var inspection = new Inspection(window, look);
        await window.SignInAsync();
        await window.GoAsync("/admin/directories/acme/attributes");

        await window.PressAsync("Groups");
        await window.Page.GetByLabel("Another source").SelectOptionAsync("List");
        await window.PressAsync("Add this source");
        await window.PressAsync("Add a group");
        await window.Page.GetByLabel("Name", new() { Exact = true }).FillAsync("Night watch");
        await inspection.LookAsync("groups-part");

        await window.PressAsync("All rules as JSON");
        await inspection.LookAsync("json-part");
        await window.Page.GetByLabel("Rules document").FillAsync("{ \"nothing\": ");
        await Expect(window.Page.Locator("#document-fault.problem")).ToBeVisibleAsync();
        await inspection.LookAsync("json-fault");
        await window.PressAsync("Users");
        await window.SaysAsync("Mend it under");
        await inspection.LookAsync("forms-of-no-document");
        await window.PressAsync("Throw the draft away");
        await window.PressAsync("Throw it away");

        await window.Page.GetByLabel("Hired, not started yet").SelectOptionAsync("Active");
        await window.Page.GetByLabel("Only those for whom a condition holds").CheckAsync();
        await inspection.LookAsync("condition");
        var condition = window.Page.GetByRole(AriaRole.Group, new() { Name = "Condition", Exact = true });
        await condition.GetByLabel("What holds of it").SelectOptionAsync("In");
        await inspection.LookAsync("condition-in");
        await condition.GetByRole(AriaRole.Combobox, new() { Name = "Kind", Exact = true }).First.SelectOptionAsync("Any");
        await window.PressAsync("Add a condition: Condition");
        await inspection.LookAsync("condition-of-parts");
        await condition.GetByRole(AriaRole.Combobox, new() { Name = "Kind", Exact = true }).First.SelectOptionAsync("Not");
        await inspection.LookAsync("condition-not");
        await condition.GetByRole(AriaRole.Combobox, new() { Name = "Kind", Exact = true }).First.SelectOptionAsync("Field");
        await condition.GetByRole(AriaRole.Button, new() { NameRegex = new("^Choose (a|another) field$") }).ClickAsync();
        await window.FillAsync("Search HiBob's fields", "title");
        await condition.GetByRole(AriaRole.Listbox, new() { Name = "Field", Exact = true }).SelectOptionAsync("work.title");
        await condition.GetByLabel("What holds of it").SelectOptionAsync("Eq");
        await condition.GetByRole(AriaRole.Textbox, new() { Name = "Value", Exact = true }).FillAsync("Nobody has this");
        await window.SaysAsync("The safety gate would hold this");
        await window.ReadyAsync();
        await window.Page.GetByLabel("Search people by name").FillAsync(company.HiBob.Company.People[5].Id);
        await Expect(window.Page.Locator(".found button")).ToHaveCountAsync(1);
        await inspection.LookAsync("draft-impact");

        await window.Page.Locator(".found button").ClickAsync();
        await window.SaysAsync("Shown: ");
        await window.ReadyAsync();
        await inspection.LookAsync("draft-person");
        await window.PressAsync("Save the rules");
        await Expect(window.Page.GetByRole(AriaRole.Dialog)).ToBeVisibleAsync();
        await inspection.LookAsync("gate-asks");
        await window.PressAsync("Don't save");
        await window.Page.GetByRole(AriaRole.Link, new() { Name = "Health" }).ClickAsync();
        await window.SaysAsync("Leave without saving?");
        await inspection.LookAsync("leave-asks");
        await window.PressAsync("Stay here");

        await window.PressAsync("Save the rules");
        await window.PressAsync("Save and let it wait");
        await window.SaysAsync("It waits for a decision");
        await window.GoAsync("/admin/directories/acme/attributes");
        await window.PressAsync("Revisions");
        await window.SaysAsync("The newest first.");
        await inspection.LookAsync("revisions");
        await window.PressAsync("Bring into the draft: the default rules");
        await window.SaysAsync("Changed: ");
        await window.ReadyAsync();
        await inspection.LookAsync("revision-brought-back");
        Assert.Empty(inspection.Violations);
    }
}
