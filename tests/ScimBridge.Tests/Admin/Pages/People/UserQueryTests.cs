using Microsoft.AspNetCore.WebUtilities;
using ScimBridge.Admin.Pages.People;
using Xunit;

namespace ScimBridge.Tests.Admin.Pages.People;

public sealed class UserQueryTests
{
    [Fact]
    public void An_address_says_all_of_a_query_and_is_read_back()
    {
        var query = new UserQuery { Search = "Anna & Søn", Active = false, Group = "g-1", Filter = "title co \"a+b\"", Order = "department", Descending = true, Page = 7 };

        Assert.Equal(query, Read(query.Url("admin/directories/acme/users")));
        Assert.Equal(new UserQuery(), Read(new UserQuery().Url("users")));
        Assert.Equal("users", new UserQuery().Url("users"));
    }

    [Fact]
    public void A_page_about_a_group_does_not_repeat_it_in_its_address()
    {
        Assert.Equal("groups/g-1?q=anna", new UserQuery { Group = "g-1", Search = "anna" }.Url("groups/g-1", within: "g-1"));
    }

    [Theory]
    [InlineData("maybe", "password", "zero")]
    [InlineData("", "-", "0")]
    [InlineData("YES", "--", "-3")]
    [InlineData(null, null, "99999999999999")]
    public void What_makes_no_sense_is_taken_for_left_out(string? active, string? sort, string page)
    {
        Assert.Equal(new UserQuery(), UserQuery.Of(" ", active, "\u0000", "", sort, page));
    }

    [Fact]
    public void A_column_orders_one_way_and_then_the_other_from_the_first_page()
    {
        var once = new UserQuery { Page = 3 }.By("name");
        Assert.Equal(("name", false, 1), (once.Order, once.Descending, once.Page));
        Assert.True(once.By("name").Descending);
        Assert.False(once.By("name").By("name").Descending);
        Assert.False(once.By("name").By("title").Descending);
    }

    private static UserQuery Read(string url)
    {
        var query = QueryHelpers.ParseQuery(url.Contains('?', StringComparison.Ordinal) ? url[url.IndexOf('?', StringComparison.Ordinal)..] : "");
        return UserQuery.Of(Of("q"), Of("active"), Of("group"), Of("filter"), Of("sort"), Of("page"));

        string? Of(string name) => query.TryGetValue(name, out var values) ? values.ToString() : null;
    }
}
