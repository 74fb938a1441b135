using ScimBridge.Admin.Pages.People;
using ScimBridge.Employees;
using ScimBridge.Mapping;
using ScimBridge.Mapping.Explaining;
using ScimBridge.Mapping.Rules;
using Xunit;

namespace ScimBridge.Tests.Admin.Pages.People;

public sealed class PersonWordsTests
{
    [Fact]
    public void Every_reason_has_a_sentence_of_its_own()
    {
        var reasons = typeof(StandingReasons).GetFields().Select(field => (string)field.GetRawConstantValue()!).ToList();

        var sentences = reasons.SelectMany(reason => (string[])[Why(reason, active: true), Why(reason, active: false)]).ToList();

        Assert.Equal(10, reasons.Count);
        Assert.All(sentences, sentence => Assert.EndsWith(".", sentence, StringComparison.Ordinal));
        Assert.DoesNotContain(sentences, sentence => reasons.Any(reason => sentence.StartsWith(reason, StringComparison.Ordinal)));
        Assert.NotEqual(Why(StandingReasons.OnLeave, active: true), Why(StandingReasons.OnLeave, active: false));
    }

    [Fact]
    public void A_condition_is_said_with_what_the_field_was()
    {
        var asked = new Condition { Field = "work.department", Op = ConditionOperator.In, Values = ["Sales", "Support"] };

        Assert.Equal(
            "work.department is one of Sales, Support (it is Legal)",
            PersonWords.Of(new ConditionAsked(asked, new FieldTried("work.department", FieldState.Present, "\"1\"", "Legal"), Held: false)));
        Assert.Equal(
            "work.title is empty (it is not mentioned by HiBob)",
            PersonWords.Of(new ConditionAsked(new Condition { Field = "work.title", Op = ConditionOperator.Empty }, new FieldTried("work.title", FieldState.Absent, null, null), Held: false)));
        Assert.All(Enum.GetValues<ConditionOperator>(), op => Assert.NotEqual("x ", PersonWords.Of(new ConditionAsked(new Condition { Field = "x", Op = op }, null, Held: true))));
    }

    [Theory]
    [InlineData("urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager.value", "manager.value", "enterprise")]
    [InlineData("urn:scimbridge:params:scim:schemas:extension:hibob:2.0:User:site", "site", "hibob")]
    [InlineData("emails[type eq \"work\"].value", "emails[type eq \"work\"].value", null)]
    public void An_attribute_is_said_without_the_URN_of_its_schema(string attribute, string path, string? schema)
    {
        Assert.Equal(new AttributeName(path, schema), AttributeName.Of(attribute));
    }

    private static string Why(string reason, bool active) => PersonWords.Why(new ActiveExplanation
    {
        Active = active,
        Standing = active ? PersonStanding.Active : PersonStanding.Inactive,
        Reason = reason,
        Status = "Some status",
        Policy = null,
        Dates = new Dictionary<string, DateOnly?>(),
        Fields = [],
        Scope = [],
    });
}
