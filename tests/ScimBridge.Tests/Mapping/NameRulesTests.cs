using ScimBridge.Mapping;
using ScimBridge.Protocol.Resources;
using Xunit;
using static ScimBridge.Tests.Mapping.MappingFixtures;

namespace ScimBridge.Tests.Mapping;

public sealed class NameRulesTests
{
    [Fact]
    public void The_name_has_trimmed_parts_and_no_honorific_prefix() =>
        Assert.Equal(
            new ScimName { Formatted = "Priya A Natarajan", GivenName = "Priya", MiddleName = "A", FamilyName = "Natarajan" },
            NameRules.Name(Priya with { FullName = " Priya A Natarajan\n", FirstName = " Priya", MiddleName = "A ", Surname = "Natarajan\t" }));

    [Fact]
    public void A_name_of_which_nothing_is_known_is_unassigned()
    {
        Assert.Null(NameRules.Name(Nobody));
        Assert.Null(NameRules.Name(Nobody with { FirstName = " ", Surname = "", MiddleName = "\0" }));
        Assert.NotNull(NameRules.Name(Nobody with { MiddleName = "Anjali" }));
    }

    [Theory]
    [InlineData("Full", "First", "Last", "Full")]
    [InlineData(null, "First", "Last", "First Last")]
    [InlineData(" ", "First", null, "First")]
    [InlineData(null, " ", "Last", "Last")]
    [InlineData(null, null, null, null)]
    public void The_formatted_name_is_the_full_name_or_first_and_last(string? full, string? first, string? last, string? formatted) =>
        Assert.Equal(formatted, NameRules.Formatted(Nobody with { FullName = full, FirstName = first, Surname = last }));

    [Theory]
    [InlineData("Shown", "Full", "First", "e@x", "Shown")]
    [InlineData("  ", "Full", "First", "e@x", "Full")]
    [InlineData(null, null, "First", "e@x", "First")]
    [InlineData(null, null, null, " e@x ", "e@x")]
    [InlineData(null, null, null, null, null)]
    public void The_display_name_falls_back_to_other_names_and_then_the_email(
        string? display, string? full, string? first, string? email, string? expected) =>
        Assert.Equal(expected, NameRules.DisplayName(Nobody with { DisplayName = display, FullName = full, FirstName = first, WorkEmail = email }));
}
