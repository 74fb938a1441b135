using ScimBridge.Admin.Pages.SettingsPages;
using ScimBridge.Storage;
using Xunit;

namespace ScimBridge.Tests.Admin.Pages.SettingsPages;

/// <summary>The form of a directory's settings: what is typed is never taken for another number, and nobody overwrites what they have not seen.</summary>
public sealed class LimitsFormTests
{
    private static readonly DirectorySettings Saved = new();

    [Theory]
    [InlineData("")]
    [InlineData("10.5")]
    [InlineData("-1")]
    [InlineData("99999999999")]
    [InlineData("ten")]
    public void What_is_no_number_is_said_at_its_field_and_not_saved(string typed)
    {
        var form = Filled();
        Field(form, "Sync:PlanDays").Text = typed;

        Assert.Null(form.Read());

        Assert.Equal("Write a whole number here.", Field(form, "Sync:PlanDays").Fault);
        Assert.All(form.Numbers.Where(field => field.Setting != "Sync:PlanDays"), field => Assert.Null(field.Fault));
        Assert.True(form.IsChanged);
    }

    [Fact]
    public void A_number_beyond_its_limits_is_said_at_its_field_in_the_words_of_people()
    {
        var form = Filled();
        Field(form, "Gate:Percent").Text = "101";

        Assert.Null(form.Read());

        Assert.Equal("This must lie between 0 and 100.", Field(form, "Gate:Percent").Fault);
    }

    [Fact]
    public void To_delete_nobody_is_chosen_and_not_written_as_0()
    {
        var form = Filled();
        form.DeleteAfter.Text = "0";
        Assert.Null(form.Read());
        Assert.Contains("choose to delete nobody", form.DeleteAfter.Fault, StringComparison.Ordinal);

        (form.DeleteAfter.Text, form.KeepsForEver) = ("", true);

        Assert.Equal(0, form.Read()?.DeleteMissingAfterDays);
        form.Begin(form.Read()!, 2);
        Assert.True(form.KeepsForEver);
        Assert.False(form.IsChanged);
    }

    [Fact]
    public void What_is_typed_is_what_is_read()
    {
        var form = Filled();
        Assert.False(form.IsChanged);
        Assert.Equal(Saved, form.Read());

        (form.DeleteAfter.Text, form.Interval, form.HomeAddress) = (" 7 ", 60, false);
        foreach (var (setting, text) in new[] { ("Sync:HistoryDays", "1"), ("Sync:PlanDays", "2"), ("Gate:People", "3"), ("Gate:Percent", "4"), ("Gate:AttributePercent", "5") })
        {
            Field(form, setting).Text = text;
        }

        Assert.True(form.IsChanged);
        Assert.Equal(
            new DirectorySettings
            {
                IntervalMinutes = 60,
                DeleteMissingAfterDays = 7,
                HistoryDays = 1,
                PlanDays = 2,
                GatePeople = 3,
                GatePercent = 4,
                GateAttributePercent = 5,
                IncludeHomeAddress = false,
            },
            form.Read());
    }

    [Fact]
    public void What_somebody_else_saves_comes_in_where_nothing_was_typed_and_is_told_where_something_was()
    {
        var form = Filled();
        Field(form, "Sync:PlanDays").Text = "20";
        Field(form, "Gate:People").Text = "x";

        form.CatchUp(Saved with { HistoryDays = 9, IntervalMinutes = 60 }, 2);
        Assert.Equal(("9", 60, 2), (Field(form, "Sync:HistoryDays").Text, form.Interval, form.Revision));
        Assert.Equal(("20", "x"), (Field(form, "Sync:PlanDays").Text, Field(form, "Gate:People").Text));
        Assert.Empty(form.Disputes);

        form.Interval = 120;
        form.CatchUp(Saved with { HistoryDays = 9, IntervalMinutes = 30, PlanDays = 31 }, 3);
        Assert.Equal(["Keep plans for so many days: 31", "Sync every: 30 minutes"], form.Disputes);
        Assert.Equal(("20", 120), (Field(form, "Sync:PlanDays").Text, form.Interval));

        form.Begin(Saved with { PlanDays = 31 }, 3);
        Assert.Empty(form.Disputes);
        Assert.Equal("31", Field(form, "Sync:PlanDays").Text);
    }

    [Fact]
    public void What_is_typed_while_it_is_saved_stays_typed()
    {
        var form = Filled();
        Field(form, "Sync:PlanDays").Text = "20";
        var wanted = form.Read()!;
        Field(form, "Sync:PlanDays").Text = "";

        form.Keep(wanted, 2);

        Assert.Equal(("", 2, true), (Field(form, "Sync:PlanDays").Text, form.Revision, form.IsChanged));
        Field(form, "Sync:PlanDays").Text = "20";
        Assert.False(form.IsChanged);
    }

    [Fact]
    public void The_same_change_by_both_is_no_dispute()
    {
        var form = Filled();
        form.KeepsForEver = true;

        form.CatchUp(Saved with { DeleteMissingAfterDays = 0 }, 2);

        Assert.Empty(form.Disputes);
        Assert.True(form.KeepsForEver);
        Assert.False(form.IsChanged);
    }

    private static LimitsForm Filled()
    {
        var form = new LimitsForm();
        form.Begin(Saved, 1);
        return form;
    }

    private static NumberField Field(LimitsForm form, string setting) => form.Numbers.Single(field => field.Setting == setting);
}
