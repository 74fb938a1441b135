using ScimBridge.Employees;
using ScimBridge.Mapping;
using Xunit;
using static ScimBridge.Tests.Mapping.MappingFixtures;

namespace ScimBridge.Tests.Mapping;

public sealed class AddressRulesTests
{
    [Fact]
    public void The_work_address_is_primary_and_formatted_below_the_sites_name()
    {
        var address = AddressRules.Work(Priya)!;

        Assert.Equal(("work", true), (address.Type, address.Primary));
        Assert.Equal("Storgata 1\n3rd floor", address.StreetAddress);
        Assert.Equal("Oslo\nStorgata 1\n3rd floor\nOslo, Oslo 0155\nNorway", address.Formatted);
        Assert.Equal("NO", address.Country);
    }

    [Fact]
    public void A_site_of_which_only_the_name_is_known_is_no_address()
    {
        Assert.Null(AddressRules.Work(Priya with { WorkAddress = null }));
        Assert.Null(AddressRules.Work(Priya with { WorkAddress = new PostalAddress { Line1 = " " } }));
    }

    [Fact]
    [Shows("7643-4.1.2-country")]
    public void An_unknown_country_is_left_out_and_stays_readable()
    {
        var address = AddressRules.Work(Nobody with { WorkAddress = new PostalAddress { City = "Poseidonis", Country = "Atlantis" } })!;

        Assert.Null(address.Country);
        Assert.Equal("Poseidonis\nAtlantis", address.Formatted);
    }

    [Fact]
    public void The_second_line_alone_is_the_street() =>
        Assert.Equal("Floor 3", AddressRules.Work(Nobody with { WorkAddress = new PostalAddress { Line2 = "Floor 3" } })!.StreetAddress);

    [Fact]
    public void The_home_address_is_served_only_where_the_directory_says_so()
    {
        Assert.Equal(["work"], AddressRules.Addresses(Priya, Facts)!.Select(address => address.Type));
        Assert.Equal(["work", "home"], AddressRules.Addresses(Priya, Facts with { IncludeHomeAddress = true })!.Select(address => address.Type));
    }

    [Fact]
    public void The_home_address_does_not_name_the_site_and_is_not_primary()
    {
        var home = AddressRules.Home(Priya)!;

        Assert.Equal("Bakkeveien 2\nAsker, 1383\nNorway", home.Formatted);
        Assert.Null(home.Primary);
    }

    [Fact]
    public void A_home_address_alone_is_served_alone() =>
        Assert.Equal("home", Assert.Single(AddressRules.Addresses(Priya with { WorkAddress = null }, Facts with { IncludeHomeAddress = true })!).Type);

    [Fact]
    public void Without_an_address_addresses_are_unassigned() =>
        Assert.Null(AddressRules.Addresses(Nobody, Facts with { IncludeHomeAddress = true }));
}
