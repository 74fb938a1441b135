using System.Net;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using ScimBridge.Employees;
using ScimBridge.HiBob;
using ScimBridge.HiBobSimulator;
using ScimBridge.Outbound;
using ScimBridge.Sync.Alerts;
using ScimBridge.Tests.Sync.Alerts;
using Xunit;

namespace ScimBridge.Tests.Outbound;

/// <summary>Whatever a name leads to is looked at when connecting.</summary>
public sealed class GuardedConnectionsTests
{
    private static readonly ReadRequest Request = new([], []);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("::1")]
    [InlineData("::ffff:10.0.0.1")]
    [InlineData("169.254.169.254")]
    [InlineData("93.184.216.34", "10.0.0.1")]
    public async Task HiBobs_own_name_that_leads_inside_is_not_connected_to_nor_tried_again(params string[] addresses)
    {
        var asked = 0;
        await using var services = Services((_, _) =>
        {
            asked++;
            return Task.FromResult(Array.ConvertAll(addresses, IPAddress.Parse));
        });

        var access = await services.GetRequiredService<IEmployeeSource>()
            .CheckAccessAsync(new SourceConnection(HiBobHosts.Production, "SERVICE-1", "a token"), Request, Ct);

        Assert.Equal(AccessOutcome.HostNotAllowed, access.Outcome);
        Assert.Contains("HiBob:AllowedHosts", access.Detail, StringComparison.Ordinal);
        Assert.Equal(1, asked);
    }

    [Fact]
    public async Task A_host_that_the_settings_name_is_connected_to_wherever_it_leads()
    {
        await using var hibob = await HiBobSimulatorServer.StartAsync(new HiBobSimulatorOptions { People = 10, RateLimitPerMinute = 0 }, Ct);
        await using var services = Services(Dns.GetHostAddressesAsync, ("HiBob:AllowedHosts:0", hibob.BaseUrl.Authority));

        var access = await services.GetRequiredService<IEmployeeSource>()
            .CheckAccessAsync(new SourceConnection(hibob.BaseUrl, hibob.Options.ServiceUserId, hibob.Options.Token), Request, Ct);

        Assert.Equal(AccessOutcome.Granted, access.Outcome);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Alerts_go_to_a_host_inside_only_if_the_settings_name_it(bool named)
    {
        await using var receiver = await AlertReceiver.StartAsync();
        var port = new Uri(receiver.Url).Port;
        await using var services = Services(
            (_, _) => Task.FromResult(new[] { IPAddress.Loopback }), named ? ("Alerts:AllowedHosts:0", "alerts.example") : ("Alerts:Url", ""));
        using var client = services.GetRequiredService<IHttpClientFactory>().CreateClient(AlertQueue.ClientName);

        var posting = client.PostAsync(new Uri($"http://alerts.example:{port}/alerts"), new StringContent("{}"), Ct);

        if (named)
        {
            using var posted = await posting;
            Assert.Equal(1, receiver.Requests);
        }
        else
        {
            Assert.IsType<AddressNotAllowedException>((await Assert.ThrowsAsync<HttpRequestException>(() => posting)).InnerException);
            Assert.Equal(0, receiver.Requests);
        }
    }

    private static ServiceProvider Services(HostResolver resolver, params (string Name, string Value)[] settings) => new ServiceCollection()
        .AddSingleton<IConfiguration>(new ConfigurationBuilder()
            .AddInMemoryCollection(settings.ToDictionary(pair => pair.Name, pair => (string?)pair.Value)).Build())
        .AddLogging()
        .AddSingleton(resolver)
        .AddSingleton(TimeProvider.System)
        .AddHiBob()
        .AddAlerts()
        .BuildServiceProvider();
}
