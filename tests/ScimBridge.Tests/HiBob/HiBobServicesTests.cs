using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using ScimBridge.Employees;
using ScimBridge.HiBob;
using Xunit;

namespace ScimBridge.Tests.HiBob;

public class HiBobServicesTests
{
    [Fact]
    public void The_source_is_there_without_any_configuration()
    {
        using var services = Services();

        Assert.IsType<HiBobSource>(services.GetRequiredService<IEmployeeSource>());
        Assert.Equal(TimeSpan.FromSeconds(60), services.GetRequiredService<IOptions<HiBobOptions>>().Value.IdleTimeout);
    }

    [Theory]
    [InlineData("HiBob:IdleTimeout", "00:00:00")]
    [InlineData("HiBob:Retries", "99")]
    [InlineData("HiBob:MaxBodyBytes", "1")]
    [InlineData("HiBob:BatchSize", "0")]
    [InlineData("HiBob:BatchSize", "201")]
    [InlineData("HiBob:BatchesFor", "-00:00:01")]
    public void Bad_configuration_stops_the_start(string key, string value)
    {
        using var services = Services((key, value));

        Assert.Throws<OptionsValidationException>(() => services.GetRequiredService<IStartupValidator>().Validate());
    }

    private static ServiceProvider Services(params (string Key, string Value)[] settings) => new ServiceCollection()
        .AddSingleton<IConfiguration>(new ConfigurationBuilder()
            .AddInMemoryCollection(settings.ToDictionary(pair => pair.Key, pair => (string?)pair.Value)).Build())
        .AddLogging()
        .AddHiBob()
        .BuildServiceProvider();
}
