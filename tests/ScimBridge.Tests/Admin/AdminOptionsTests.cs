using ScimBridge.Admin;
using Xunit;

namespace ScimBridge.Tests.Admin;

public sealed class AdminOptionsTests
{
    [Fact]
    public void Nothing_set_is_fine() => Assert.True(new AdminOptionsValidator().Validate(null, new AdminOptions()).Succeeded);

    [Fact]
    public void Every_fault_is_named_and_no_secret_is_repeated()
    {
        var result = new AdminOptionsValidator().Validate(null, new AdminOptions { Password = "short", ApiKey = "weak key" });

        Assert.Equal(3, result.Failures?.Count());
        Assert.Contains("Admin:Password", result.FailureMessage, StringComparison.Ordinal);
        Assert.Contains("Admin:ApiKey", result.FailureMessage, StringComparison.Ordinal);
        Assert.DoesNotContain("weak key", result.FailureMessage, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("            ", null)]
    public void Empty_is_not_the_same_as_left_out(string password, string? apiKey) =>
        Assert.Equal(
            password.Length >= AdminOptions.ShortestPassword && apiKey is null,
            new AdminOptionsValidator().Validate(null, new AdminOptions { Password = password, ApiKey = apiKey }).Succeeded);
}
