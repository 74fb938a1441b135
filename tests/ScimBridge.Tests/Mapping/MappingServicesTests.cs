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
        Mapper.Map(Priya, facts);
        var watch = Stopwatch.StartNew();
        const int people = 20_000;
        for (var count = 0; count < people; count++)
        {
            Mapper.Map(Priya, facts);
        }

        // The bound leaves room for a busy machine and only catches a mapping that came to do something silly.
        var perPerson = watch.Elapsed / people;
        TestContext.Current.SendDiagnosticMessage("{0:F1} µs a person", perPerson.TotalMicroseconds);
        Assert.True(perPerson < TimeSpan.FromMicroseconds(300), $"{perPerson.TotalMicroseconds} µs a person");
    }
}
