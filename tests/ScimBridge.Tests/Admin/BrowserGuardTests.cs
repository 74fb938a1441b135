using Microsoft.AspNetCore.Http;
using ScimBridge.Admin;
using Xunit;

namespace ScimBridge.Tests.Admin;

public sealed class BrowserGuardTests
{
    [Theory]
    [InlineData("bridge.example.com", "https://bridge.example.com", false)]
    [InlineData("bridge.example.com", "https://BRIDGE.example.com", false)]
    [InlineData("bridge.example.com:443", "https://bridge.example.com", false)]
    [InlineData("bridge.example.com:8443", "https://bridge.example.com:8443", false)]
    [InlineData("127.0.0.1:5000", "http://127.0.0.1:5000", false)]
    [InlineData("[::1]:5000", "http://[::1]:5000", false)]
    [InlineData("127.0.0.1:5000", "http://127.0.0.1:5001", true)]
    [InlineData("127.0.0.1:5000", "http://localhost:5000", true)]
    [InlineData("bridge.example.com", "https://bridge.example.com:8443", true)]
    [InlineData("bridge.example.com", "https://bridge.example.com.evil.example", true)]
    [InlineData("bridge.example.com", "null", true)]
    [InlineData("bridge.example.com", "", true)]
    public void Only_the_own_origin_is_not_elsewhere(string host, string origin, bool elsewhere)
    {
        var request = new DefaultHttpContext().Request;
        request.Host = new HostString(host);
        request.Headers.Origin = origin;

        Assert.Equal(elsewhere, BrowserGuard.IsFromElsewhere(request));
    }

    [Theory]
    [InlineData("http", "localhost:5000", true)]
    [InlineData("http", "127.0.0.1", true)]
    [InlineData("http", "[::1]:5000", true)]
    [InlineData("https", "localhost", false)]
    [InlineData("http", "localhost.example.com", false)]
    [InlineData("http", "10.0.0.1", false)]
    [InlineData("http", "", false)]
    public void Only_plain_http_to_this_machine_goes_without_secure_cookies(string scheme, string host, bool plain)
    {
        var request = new DefaultHttpContext().Request;
        request.Scheme = scheme;
        request.Host = new HostString(host);

        Assert.Equal(plain, AdminCookieBuilder.IsPlainLoopback(request));
    }
}
