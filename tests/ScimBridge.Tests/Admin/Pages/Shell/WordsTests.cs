using ScimBridge.Admin.Pages.Shell;
using Xunit;

namespace ScimBridge.Tests.Admin.Pages.Shell;

/// <summary>How the pages take sentences apart.</summary>
public sealed class WordsTests
{
    [Theory]
    [InlineData("HiBob does not know a service user 'SERVICE-1' with this token (401).", "SERVICE-1")]
    [InlineData("'it's here' with the role admin", "it's here")]
    [InlineData("'a' and 'b', without an end", "a' and 'b")]
    [InlineData("People's data can't be read.", null)]
    [InlineData("Nobody's name", null)]
    [InlineData("''", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void What_a_sentence_quotes_is_found_and_an_apostrophe_is_no_quote(string? sentence, string? quoted) =>
        Assert.Equal(quoted, Words.Quoted(sentence));
}
