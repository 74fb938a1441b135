using ScimBridge.Mapping;
using ScimBridge.Protocol.Resources;
using Xunit;
using static ScimBridge.Tests.Mapping.MappingFixtures;

namespace ScimBridge.Tests.Mapping;

public sealed class ContactRulesTests
{
    [Fact]
    public void The_work_email_is_the_primary_one() =>
        Assert.Equal(
            [new ScimMultiValue { Value = "priya@fjordline.example", Type = "work", Primary = true }],
            ContactRules.Emails(Priya with { WorkEmail = " priya@fjordline.example " })!);

    [Fact]
    public void Without_an_email_emails_are_unassigned() => Assert.Null(ContactRules.Emails(Nobody with { WorkEmail = " " }));

    [Theory]
    [InlineData(" 1 ", "2", "work:1 mobile:2")]
    [InlineData("1", null, "work:1")]
    [InlineData(" ", "2", "mobile:2")]
    [InlineData(null, "", null)]
    public void Phone_numbers_are_work_and_mobile_as_entered(string? phone, string? mobile, string? expected)
    {
        var numbers = ContactRules.PhoneNumbers(Nobody with { WorkPhone = phone, WorkMobile = mobile });

        Assert.Equal(expected, numbers is null ? null : string.Join(' ', numbers.Select(number => $"{number.Type}:{number.Value}")));
    }
}
