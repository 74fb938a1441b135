using Microsoft.Extensions.Configuration;
using ScimBridge.Hosting;
using Xunit;

namespace ScimBridge.Tests.Hosting;

public sealed class ListenAddressesTests
{
    [Fact]
    public void Without_settings_the_server_listens_on_loopback() => Assert.Equal(["http://localhost:5080"], Of());

    [Fact]
    public void Urls_and_ports_name_addresses()
    {
        Assert.Equal(["http://a:1", "https://b:2"], Of(("urls", " http://a:1 ; https://b:2;")));
        Assert.Equal(["http://*:8080", "https://*:8443"], Of(("http_ports", "8080"), ("https_ports", "8443")));
    }

    [Fact]
    public void Of_several_settings_the_one_that_ASPNET_obeys_counts()
    {
        // The .NET images set ASPNETCORE_HTTP_PORTS; whoever sets the URLs does not listen on those ports.
        Assert.Equal(["https://+:8443"], Of(("urls", "https://+:8443"), ("http_ports", "8080")));
        Assert.Equal(
            ["https://x:1"],
            Of(("urls", "http://0.0.0.0:80"), ("http_ports", "8080"), ("Kestrel:Endpoints:Main:Url", "https://x:1")));
    }

    [Theory]
    [InlineData("http://localhost:5080", true)]
    [InlineData("http://LOCALHOST:5080", true)]
    [InlineData("http://127.0.0.1", true)]
    [InlineData("http://127.9.9.9:80", true)]
    [InlineData("http://[::1]:5080", true)]
    [InlineData("http://unix:/run/scimbridge.sock", true)]
    [InlineData("http://*:5080", false)]
    [InlineData("http://+:5080", false)]
    [InlineData("http://0.0.0.0:5080", false)]
    [InlineData("http://[::]:5080", false)]
    [InlineData("http://localhost.example.com:5080", false)]
    [InlineData("http://192.168.1.1:5080", false)]
    [InlineData("http://scim:5080", false)]
    public void Only_this_machine_is_loopback(string address, bool expected) => Assert.Equal(expected, ListenAddresses.IsLoopback(address));

    private static IReadOnlyList<string> Of(params (string Name, string Value)[] settings) => ListenAddresses.Of(
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Name, (string?)setting.Value))).Build());
}
