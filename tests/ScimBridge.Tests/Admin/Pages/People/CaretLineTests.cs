using ScimBridge.Admin.Pages.People;
using Xunit;

namespace ScimBridge.Tests.Admin.Pages.People;

public sealed class CaretLineTests
{
    [Theory]
    [InlineData("title xx \"a\"", 7, "title xx \"a\"", "      ^")]
    [InlineData("title", 6, "title", "     ^")]
    [InlineData("", 1, "", "^")]
    [InlineData("a\tb pr", 3, "a b pr", "  ^")]
    [InlineData("😀 xx", 4, "😀 xx", "  ^")]
    [InlineData("title", 99, "title", "     ^")]
    public void The_caret_stands_under_the_place(string text, int character, string line, string caret)
    {
        Assert.Equal((line, caret), CaretLine.Of(text, character));
    }

    [Fact]
    public void Of_a_long_text_what_is_around_the_place_is_shown()
    {
        var text = new string('a', 500) + "!" + new string('b', 500);

        var (line, caret) = CaretLine.Of(text, 501);

        Assert.Equal('!', line[caret.Length - 1]);
        Assert.Equal($"…{new string('a', CaretLine.Around)}!{new string('b', CaretLine.Around - 1)}…", line);
    }

    [Fact]
    public void A_pair_of_surrogates_is_not_cut_in_two()
    {
        var text = string.Concat(Enumerable.Repeat("😀", 100));

        var (line, _) = CaretLine.Of(text, 100);

        Assert.DoesNotContain('\ufffd', System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(line)));
    }
}
