using ScimBridge.Admin;
using Xunit;

namespace ScimBridge.Tests.Admin.OpenId;

public sealed class OpenIdFaultsTests
{
    [Theory]
    [InlineData("https://login.example.com/acme")]
    [InlineData("http://127.0.0.1:8080")]
    public void A_provider_with_all_that_it_needs_is_fine(string authority) => Assert.Empty(Faults(authority, "client", "secret", ("staff", "viewer")));

    [Fact]
    public void Every_fault_is_named_and_the_secret_is_not_repeated()
    {
        Assert.Contains("Authority is missing", Assert.Single(Faults(null, "client", null)), StringComparison.Ordinal);
        Assert.Contains("Authority is not an https URL", Assert.Single(Faults("http://login.example.com", "client", "secret", ("staff", "viewer"))), StringComparison.Ordinal);
        Assert.Contains("Roles:staff is 'owner'", Assert.Single(Faults("https://login.example.com", "client", "secret", ("staff", "owner"))), StringComparison.Ordinal);
        Assert.Equal(3, Faults("https://login.example.com", null, null).Count);
        Assert.DoesNotContain(Faults("ftp://x", null, "a secret word"), fault => fault.Contains("a secret word", StringComparison.Ordinal));
    }

    private static List<string> Faults(string? authority, string? clientId, string? secret, params (string Value, string Role)[] roles)
    {
        var options = new AdminOptions();
        (options.OpenIdConnect.Authority, options.OpenIdConnect.ClientId, options.OpenIdConnect.ClientSecret) = (authority, clientId, secret);
        foreach (var (value, role) in roles)
        {
            options.OpenIdConnect.Roles[value] = role;
        }

        return [.. new AdminOptionsValidator().Validate(null, options).Failures ?? []];
    }
}
