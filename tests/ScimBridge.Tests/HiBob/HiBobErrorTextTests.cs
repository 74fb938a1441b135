using System.Text;
using ScimBridge.Employees;
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
    public async Task A_long_explanation_is_cut() => Assert.Equal(200, (await ReadAsync(new string('x', 900)))!.Length);

    [Fact]
    public async Task An_explanation_that_repeats_the_credentials_is_not_shown_even_cut()
    {
        Assert.Null(await ReadAsync(new string('x', 198) + "secret-token"));
        Assert.Null(await ReadAsync($"Basic {HiBobClient.Credentials(Connection)} is wrong"));
    }

    private static readonly SourceConnection Connection = new(HiBobHosts.Production, "SERVICE-1", "secret-token");

    private static async Task<string?> ReadAsync(string words)
    {
        var cancellation = TestContext.Current.CancellationToken;
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes($$"""{"error":"{{words}}"}"""));
        using var body = new HiBobBody(stream, Connection, HiBobCall.Fields, new HiBobOptions(), TimeProvider.System, cancellation);
        return await HiBobErrorText.ReadAsync(body, cancellation);
    }
}
