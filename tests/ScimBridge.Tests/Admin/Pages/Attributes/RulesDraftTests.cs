using ScimBridge.Admin.Pages.Attributes;
using ScimBridge.Mapping;
using ScimBridge.Mapping.Rules;
using Xunit;

namespace ScimBridge.Tests.Admin.Pages.Attributes;

/// <summary>What becomes of a draft: through mistakes, and through what others save meanwhile.</summary>
public sealed class RulesDraftTests
{
    private static readonly DirectoryRules Saved = DirectoryRules.Default with
    {
        Attributes = [From("title", "work.title"), From("nickName", "root.firstName"), From("userType", "work.custom.field_1")],
    };

    [Fact]
    public void Nothing_is_changed_until_something_is_and_no_more_once_it_is_thrown_away()
    {
        var draft = new RulesDraft(3, Saved);
        Assert.False(draft.IsChanged);

        draft.Change(Saved with { HomeAddress = true });
        Assert.True(draft.IsChanged);
        Assert.Equal(["home addresses"], draft.Changes);

        draft.ThrowAway();
        Assert.False(draft.IsChanged);
    }

    [Fact]
    public void A_document_that_can_t_be_read_is_kept_with_its_fault_and_the_rules_before_it_too()
    {
        var draft = new RulesDraft(3, Saved);
        draft.Change(Saved with { HomeAddress = true });

        draft.Type("""{"format": 1, "homeAddress": 5}""");

        Assert.Equal("/homeAddress", draft.TextFault!.Pointer);
        Assert.Equal("""{"format": 1, "homeAddress": 5}""", draft.Text);
        Assert.True(draft.Rules.HomeAddress);
        Assert.True(draft.IsChanged);

        draft.Type("""{"format": 1, "homeAddress": false}""");
        Assert.Null(draft.TextFault);
        Assert.False(draft.Rules.HomeAddress);
    }

    [Fact]
    public void Changes_are_named_by_attribute_and_by_part_of_the_document()
    {
        var after = Saved with
        {
            Attributes = [Saved.Attributes[0], From("nickName", "root.surname"), From("locale", "work.x")],
            CustomAttributes = [new CustomAttributeRule { Name = "squad", Source = new ValueSource { Field = "work.y" } }],
            Lifecycle = new LifecyclePolicy { GardenLeaveActive = true },
        };

        Assert.Equal(["nickName", "userType", "locale", "squad", "who is active"], RulesMerge.Differences(Saved, after));
    }

    [Fact]
    public void What_was_changed_here_goes_on_top_of_what_somebody_else_saved()
    {
        var draft = new RulesDraft(3, Saved);
        draft.Change(Saved with
        {
            Attributes = [Saved.Attributes[0], From("nickName", "root.surname"), From("locale", "work.x")],
            Lifecycle = new LifecyclePolicy { GardenLeaveActive = true },
        });
        var theirs = Saved with
        {
            Attributes = [From("title", "work.other"), Saved.Attributes[1], Saved.Attributes[2], From("timezone", "work.z")],
            HomeAddress = true,
        };

        draft.PutOn(4, theirs);

        Assert.Equal(4, draft.Revision);
        Assert.Equal(
            [("title", "work.other"), ("nickName", "root.surname"), ("timezone", "work.z"), ("locale", "work.x")],
            draft.Rules.Attributes.Select(rule => (rule.Attribute, rule.Source!.Field!)));
        Assert.True(draft.Rules.HomeAddress);
        Assert.True(draft.Rules.Lifecycle.GardenLeaveActive);
        Assert.Equal(["nickName", "userType", "locale", "who is active"], draft.Changes);
    }

    private static AttributeRule From(string attribute, string field) => new() { Attribute = attribute, Source = new ValueSource { Field = field } };
}
