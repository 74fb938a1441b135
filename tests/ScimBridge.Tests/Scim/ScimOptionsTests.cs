using Microsoft.Extensions.DependencyInjection;
using ScimBridge.Protocol.Filtering;
using Xunit;

namespace ScimBridge.Tests.Scim;

public sealed class ScimOptionsTests
{
    [Fact]
    public async Task The_limits_of_filters_are_settings()
    {
        await using var edge = await EdgeApp.StartAsync(new Dictionary<string, string?>
        {
            ["Scim:Filter:MaxLength"] = "1048576",
            ["Scim:Filter:MaxDepth"] = "128",
            ["Scim:Filter:MaxTerms"] = "1",
        });

        var limits = edge.App.Services.GetRequiredService<FilterLimits>();

        Assert.Equal(new FilterLimits { MaxLength = 1048576, MaxDepth = 128, MaxTerms = 1 }, limits);
    }

    [Fact]
    public async Task Without_settings_filters_have_the_usual_limits()
    {
        await using var edge = await EdgeApp.StartAsync();

        Assert.Equal(FilterLimits.Default, edge.App.Services.GetRequiredService<FilterLimits>());
    }
}
