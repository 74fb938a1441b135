using ScimBridge.Admin.Pages.Tokens;
using Xunit;

namespace ScimBridge.Tests.Admin.Pages.Tokens;

/// <summary>What is typed about a token becomes the wish that the action takes.</summary>
public sealed class TokenFormTests
{
    [Theory]
    [InlineData("attributes[1]: the directory has no 'foo'", "Attributes, entry 2: the directory has no 'foo'")]
    [InlineData("filters.users: position 3", "Users, as a SCIM filter: position 3")]
    [InlineData("filters.groups: position 3", "Groups, as a SCIM filter: position 3")]
    [InlineData("A token must have a name.", "A token must have a name.")]
    public void What_is_wrong_is_said_by_the_names_of_the_form(string problem, string said) => Assert.Equal(said, TokenWords.Problem(problem));

    [Fact]
    public void What_is_left_empty_restricts_nothing_and_never_ends()
    {
        var draft = new TokenForm { Name = "Entra", Days = "", Attributes = " \n", Users = " " }.ToDraft();

        Assert.Equal(["read_users", "read_groups"], draft.Scopes);
        Assert.Null(draft.ExpiresInDays);
        Assert.Null(draft.Attributes);
        Assert.Null(draft.Filters);
        Assert.Empty(draft.Faults());
    }

    [Fact]
    public void Attributes_stand_a_line_each_or_between_commas()
    {
        var form = new TokenForm { Name = "Entra", Days = "30", Attributes = "userName\n name.givenName, emails\n", Groups = " displayName sw \"A\" " };
        form.Set("read_users", taken: false);

        var draft = form.ToDraft();

        Assert.Equal(["userName", "name.givenName", "emails"], draft.Attributes);
        Assert.Equal(["read_groups"], draft.Scopes);
        Assert.Equal(30, draft.ExpiresInDays);
        Assert.Equal((null, "displayName sw \"A\""), (draft.Filters!.Users, draft.Filters.Groups));
    }

    [Fact]
    public void The_line_for_a_shell_reads_what_the_token_may_read()
    {
        Assert.EndsWith("'https://x/scim/v2/Users?count=1'", TokenWords.Curl("https://x", "t", ["read_users", "reports"]), StringComparison.Ordinal);
        Assert.EndsWith("'https://x/scim/v2/Groups?count=1'", TokenWords.Curl("https://x", "t", ["read_groups"]), StringComparison.Ordinal);
        Assert.EndsWith("'https://x/odata/Users?$top=1'", TokenWords.Curl("https://x", "t", ["reports"]), StringComparison.Ordinal);
    }
}
