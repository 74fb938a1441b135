using CsCheck;
using ScimBridge.Protocol.Paging;

namespace ScimBridge.Protocol.Tests.Paging;

public sealed class PageRequestTests
{
    [Theory]
    [InlineData(null, 1)]
    [InlineData("1", 1)]
    [InlineData("0", 1)]
    [InlineData("-0", 1)]
    [InlineData("-1", 1)]
    [InlineData("-2147483648", 1)]
    [InlineData("-99999999999999999999999", 1)]
    [InlineData("2", 2)]
    [InlineData("+2", 2)]
    [InlineData("0002", 2)]
    [InlineData("2147483647", int.MaxValue)]
    [InlineData("2147483648", int.MaxValue)]
    [InlineData("99999999999999999999999999999999999999", int.MaxValue)]
    public void The_start_index_is_at_least_one(string? text, int expected)
    {
        Assert.Equal(expected, PageRequest.Parse(text, null, 100, 200).StartIndex);
    }

    [Theory]
    [InlineData(null, 100)]
    [InlineData("0", 0)]
    [InlineData("-1", 0)]
    [InlineData("-99999999999999999999999", 0)]
    [InlineData("1", 1)]
    [InlineData("199", 199)]
    [InlineData("200", 200)]
    [InlineData("201", 200)]
    [InlineData("2147483648", 200)]
    [InlineData("99999999999999999999999999999999999999", 200)]
    public void The_count_is_between_zero_and_the_greatest_page(string? text, int expected)
    {
        Assert.Equal(expected, PageRequest.Parse(null, text, 100, 200).Count);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData(" 1")]
    [InlineData("1 ")]
    [InlineData("-")]
    [InlineData("+")]
    [InlineData("--1")]
    [InlineData("+-1")]
    [InlineData("1.0")]
    [InlineData("1,000")]
    [InlineData("1e2")]
    [InlineData("0x1")]
    [InlineData("one")]
    [InlineData("١")]
    [InlineData("1\0")]
    [InlineData("null")]
    public void What_is_no_whole_number_is_an_invalid_value(string text)
    {
        var start = Assert.Throws<ScimException>(() => PageRequest.Parse(text, null, 100, 200));
        var count = Assert.Throws<ScimException>(() => PageRequest.Parse(null, text, 100, 200));

        Assert.Equal("startIndex must be a whole number, such as startIndex=1.", start.Error.Detail);
        Assert.Equal("count must be a whole number, such as count=1.", count.Error.Detail);
        Assert.Equal((400, "invalidValue"), (start.Error.Status, start.Error.ScimType));
    }

    [Fact]
    public void The_default_count_is_lowered_to_the_greatest_page_too()
    {
        Assert.Equal(10, PageRequest.Parse(null, null, 100, 10).Count);
    }

    [Fact]
    [Shows("7644-3.4.2.4-start", "7644-3.4.2.4-negative")]
    public void Any_integer_gives_a_page_within_the_bounds() => Gen.Select(Gen.Long, Gen.Long).Sample((start, count) =>
    {
        var page = PageRequest.Parse($"{start}", $"{count}", 100, 200);

        Assert.Equal(Math.Clamp(start, 1, int.MaxValue), page.StartIndex);
        Assert.Equal(Math.Clamp(count, 0, 200), page.Count);
    });

    [Theory]
    [InlineData(null, 100)]
    [InlineData("1", 1)]
    [InlineData("200", 200)]
    [InlineData("201", 200)]
    [InlineData("99999999999", 200)]
    [InlineData("0", 0)]
    [InlineData("-1", 0)]
    [InlineData("-99999999999", 0)]
    public void A_walk_by_cursor_takes_every_whole_number(string? count, int size) => Assert.Equal(size, PageRequest.ParseCursorCount(count, 100, 200));

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("1.5")]
    public void A_walk_by_cursor_refuses_any_other_count(string count) =>
        Assert.Equal("invalidCount", Assert.Throws<ScimException>(() => PageRequest.ParseCursorCount(count, 100, 200)).Error.ScimType);
}
