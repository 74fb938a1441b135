using System.Text;
using ScimBridge.HiBob;
using Xunit;

namespace ScimBridge.Tests.HiBob;

public class HiBobErrorTextTests
{
    [Theory]
    [InlineData("""{"key":"k","error":"one"}""", "one")]
    [InlineData("""{"message":"two"}""", "two")]
    [InlineData("""{"errorMessage":"three"}""", "three")]
    [InlineData("""{"message":"second","error":"first"}""", "first")]
    [InlineData("""{"errors":{"root.id":{"error":"CODE","message":"four"}}}""", "four")]
    [InlineData("""{"error":{"nested":true},"message":"five"}""", "five")]
    [InlineData("""{"error":" line\nbreak "}""", "line break")]
    [InlineData("""{"error":""}""", null)]
    [InlineData("""{}""", null)]
    [InlineData("""["error"]""", null)]
    [InlineData("", null)]
    [InlineData("<html>", null)]
    [InlineData("""{"error":"\ud800"}""", null)]
    public void The_first_explanation_is_found(string body, string? expected) =>
        Assert.Equal(expected, HiBobErrorText.Find(Encoding.UTF8.GetBytes(body)));

    [Fact]
    public void A_long_explanation_is_cut() =>
        Assert.Equal(200, HiBobErrorText.Find(Encoding.UTF8.GetBytes($$"""{"error":"{{new string('x', 900)}}"}"""))!.Length);
}
