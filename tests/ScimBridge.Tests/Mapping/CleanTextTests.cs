using System.Text;
using CsCheck;
using ScimBridge.Mapping;
using ScimBridge.Protocol.Filtering;
using Xunit;

namespace ScimBridge.Tests.Mapping;

public sealed class CleanTextTests
{
    [Theory]
    [InlineData(null, null)]
    [InlineData("", null)]
    [InlineData(" \t\n", null)]
    [InlineData("\0", null)]
    [InlineData(" Åse  Ø. ", "Åse  Ø.")]
    [InlineData("a\0b", "ab")]
    [InlineData("\0 a \u001b", "a")]
    [InlineData("a\r\nb\tc", "a\nb\tc")]
    [InlineData("a\uFFFEb", "ab")]
    [InlineData("Wave \U0001F44B\u0007", "Wave \U0001F44B")]
    public void Text_is_trimmed_and_loses_what_nobody_typed_on_purpose(string? text, string? expected) =>
        Assert.Equal(expected, CleanText.Of(text));

    // Not theory data, because a lone surrogate has no form in the reports of a test run.
    [Fact]
    public void A_lone_surrogate_becomes_the_replacement_character()
    {
        Assert.Equal("a\uFFFDb", CleanText.Of("a\uD800b"));
        Assert.Equal("\uFFFD", CleanText.Of("\uDC00"));
    }

    [Fact]
    public void What_is_clean_can_be_stored_and_compared_and_stays_as_it_is() =>
        Gen.Char.Array[0, 40].Select(characters => new string(characters)).Sample(text =>
        {
            var clean = CleanText.Of(text);
            if (clean is null)
            {
                return;
            }

            Assert.Equal(clean, Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(clean)));
            Assert.DoesNotContain('\0', clean);
            Assert.NotEmpty(ComparisonKey.Of(clean));
            Assert.Equal(clean, CleanText.Of(clean));
        });
}
