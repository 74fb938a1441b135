using ScimBridge.Employees;
using ScimBridge.HiBob;
using Xunit;

namespace ScimBridge.Tests.HiBob;

public class HiBobHostsTests
{
    [Theory]
    [InlineData("https://api.hibob.com/v1")]
    [InlineData("https://API.HIBOB.COM/v1")]
    [InlineData("https://api.sandbox.hibob.com/v1")]
    public void HiBobs_own_hosts_are_always_allowed(string url) => HiBobHosts.Check(new Uri(url), new HiBobOptions());

    [Theory]
    [InlineData("https://hr.example.com/v1", "hr.example.com")]
    [InlineData("https://hr.example.com:8443/v1", "hr.example.com")]
    [InlineData("https://hr.example.com:8443/v1", "HR.example.com:8443")]
    [InlineData("http://localhost:5010/v1", "localhost")]
    [InlineData("http://127.0.0.1:5010/v1", "127.0.0.1:5010")]
    [InlineData("http://[::1]:5010/v1", "[::1]")]
    public void A_listed_host_is_allowed(string url, string entry) =>
        HiBobHosts.Check(new Uri(url), new HiBobOptions { AllowedHosts = [entry] });

    [Theory]
    [InlineData("http://api.hibob.com/v1", "")]
    [InlineData("http://api.hibob.com/v1", "api.hibob.com")]
    [InlineData("http://hr.example.com/v1", "hr.example.com")]
    [InlineData("http://localhost:5010/v1", "")]
    [InlineData("https://api.hibob.com:8443/v1", "")]
    [InlineData("https://api.hibob.com.example.com/v1", "")]
    [InlineData("https://api.hibob.com@example.com/v1", "")]
    [InlineData("https://user:pass@api.hibob.com/v1", "")]
    [InlineData("https://api.hibob.com/v1?x=1", "")]
    [InlineData("https://hr.example.com:8443/v1", "hr.example.com:9443")]
    [InlineData("ftp://hr.example.com/v1", "hr.example.com")]
    [InlineData("file:///etc/passwd", "")]
    public void Any_other_address_is_refused(string url, string entry)
    {
        var options = new HiBobOptions { AllowedHosts = [entry] };

        var failure = Assert.Throws<EmployeeSourceException>(() => HiBobHosts.Check(new Uri(url), options));

        Assert.Equal(SourceFailure.HostNotAllowed, failure.Failure);
        Assert.DoesNotContain("pass@", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_relative_address_is_refused() =>
        Assert.Throws<EmployeeSourceException>(() => HiBobHosts.Check(new Uri("v1", UriKind.Relative), new HiBobOptions()));
}
