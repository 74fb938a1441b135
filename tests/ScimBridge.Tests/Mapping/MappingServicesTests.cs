using System.Diagnostics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using ScimBridge.Mapping;
using Xunit;
using static ScimBridge.Tests.Mapping.MappingFixtures;

namespace ScimBridge.Tests.Mapping;

public sealed class MappingServicesTests
{
    [Fact]
    public void The_mapper_is_registered()
    {
        var services = new ServiceCollection().AddLogging().AddMapping(new ConfigurationBuilder().Build());
        using var provider = services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });

        Assert.Equal("Priya N.", provider.GetRequiredService<UserMapper>().Map(Priya, Facts).DisplayName);
    }

    [Fact]
    public void A_large_company_is_mapped_in_seconds()
    {
        var facts = Facts with { IncludeHomeAddress = true };
        var best = TimeSpan.MaxValue;
        for (var batch = 0; batch < 20; batch++)
        {
            const int people = 2_000;
            var watch = Stopwatch.StartNew();
            for (var count = 0; count < people; count++)
            {
                Mapper.Map(Priya, facts);
            }

            best = watch.Elapsed / people < best ? watch.Elapsed / people : best;
        }

        // The best of many batches, because other tests run meanwhile; the bound only catches a mapping that does something silly.
        TestContext.Current.SendDiagnosticMessage("{0:F1} µs a person", best.TotalMicroseconds);
        Assert.True(best < TimeSpan.FromMicroseconds(200), $"{best.TotalMicroseconds} µs a person");
    }
}
