using Xunit;

namespace ScimBridge.Tests.Hosting;

public sealed class SettingsFaultsTests
{
    private static readonly string GoodKey = Convert.ToBase64String(new byte[32]);

    [Fact]
    [Shows("7644-7.2-tls")]
    public async Task Every_fault_is_named_at_once_and_the_start_stops()
    {
        var (exitCode, output, error) = await ServerProcess.RunAsync(new Dictionary<string, string>
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Production",
            ["ASPNETCORE_URLS"] = "http://0.0.0.0:0;http://localhost:0",
            ["Storage__Provider"] = "oracle",
            ["PublicUrl"] = "scim.example.com",
            ["Demo__People"] = "5",
            ["Demo__ScimToken"] = "short",
            ["Directories__0__Key"] = "Not A Slug",
            ["Directories__0__HiBob__BaseUrl"] = "ftp://x",
            ["Directories__0__HiBob__Token"] = "secret-of-hibob",
            ["Directories__0__ScimTokens__0"] = "tiny-secret",
            ["Directories__0__Sync__IntervalMinutes"] = "7",
            ["Directories__0__Sync__DeleteMissingAfterDays"] = "-1",
            ["Directories__1__Key"] = "demo",
            ["Scim__RequestsPerMinute"] = "-1",
            ["Scim__RequestTimeoutSeconds"] = "0",
            ["Scim__MaxQueryLength"] = "100000",
            ["Scim__MaxBodyBytes"] = "12",
            ["Scim__Filter__MaxLength"] = "1048577",
            ["Scim__Filter__MaxDepth"] = "129",
            ["Scim__Filter__MaxTerms"] = "0",
            ["Scim__OAuth__Issuer"] = "http://login.example.com",
            ["Scim__OAuth__Scope"] = "two words",
            ["Scim__OAuth__DirectoryClaim"] = " ",
        });

        Assert.Equal(1, exitCode);
        foreach (var expected in (string[])[
            "http://0.0.0.0:0", "Storage:Provider", "Secrets:Key", "PublicUrl", "Demo:People", "Demo:ScimToken", "Directories:0:Key", "Directories:0:HiBob:BaseUrl",
            "Directories:0:HiBob:ServiceUserId", "Directories:0:ScimTokens:0", "Directories:0:Sync:IntervalMinutes", "Directories:0:Sync:DeleteMissingAfterDays",
            "Directories:1:Key", "Scim:RequestsPerMinute", "Scim:RequestTimeoutSeconds", "Scim:MaxQueryLength", "Scim:MaxBodyBytes", "Scim:Filter:MaxLength",
            "Scim:Filter:MaxDepth", "Scim:Filter:MaxTerms", "Scim:OAuth:Issuer", "Scim:OAuth:Audience", "Scim:OAuth:Scope", "Scim:OAuth:DirectoryClaim"])
        {
            Assert.Contains(expected, error, StringComparison.Ordinal);
        }

        Assert.Contains("24 faults", error, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", error + output, StringComparison.Ordinal);
        Assert.DoesNotContain("http://localhost:0", error, StringComparison.Ordinal);
    }

    public static TheoryData<string, string, string> SingleFaults => new()
    {
        { "Storage__ConnectionString", "nonsense", "Storage:ConnectionString" },
        { "Storage__ConnectionString", "", "Storage:ConnectionString" },
        { "Demo__People", "many", "Demo:People" },
        { "Directories__0__Sync__IntervalMinutes", "often", "Directories:0:Sync:IntervalMinutes" },
        { "Directories__0__HiBob__WebhookSecret", "short", "Directories:0:HiBob:WebhookSecret" },
        { "Directories__0__Sync__HistoryDays", "0", "Directories:0:Sync:HistoryDays" },
        { "Directories__0__Sync__PlanDays", "4000", "Directories:0:Sync:PlanDays" },
        { "Sync__FreshnessLagSeconds", "301", "Sync:FreshnessLagSeconds" },
        { "Alerts__Url", "http://hooks.example.com", "Alerts:Url" },
        { "Retention__RunDays", "0", "Retention:RunDays" },
        { "Retention__WebhookDays", "1", "Retention:WebhookDays" },
        { "Audit__RetentionDays", "0", "Audit:RetentionDays" },
        { "Directories__0__ScimToken", "misspelt", "ScimToken" },
        { "Secrets__Key", "AAAA", "Secrets:Key" },
        { "Scim__RequestTimeoutSeconds", "601", "Scim:RequestTimeoutSeconds" },
        { "Scim__MaxBodyBytes", "much", "Scim:MaxBodyBytes" },
        { "Scim__RequestPerMinute", "60", "RequestPerMinute" },
        { "Scim__OAuth__Audience", "https://scim.example.com", "Scim:OAuth:Issuer" },
        { "TrustedProxies__0", "proxy.example.com", "TrustedProxies" },
        { "ASPNETCORE_URLS", "http://:5080", "http://:5080" },
        { "ASPNETCORE_URLS", "localhost:5080", "localhost:5080" },
        { "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT", "1", "ICU" },
    };

    [Theory, MemberData(nameof(SingleFaults))]
    public async Task A_single_fault_is_a_sentence_and_not_a_stack_trace(string name, string value, string named)
    {
        var folder = Directory.CreateTempSubdirectory("scimbridge-test-");
        var (exitCode, _, error) = await ServerProcess.RunAsync(new Dictionary<string, string>
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Production",
            ["ASPNETCORE_URLS"] = "http://127.0.0.1:0",
            ["Secrets__Key"] = GoodKey,
            ["Storage__ConnectionString"] = $"Data Source={folder.FullName}/x.db",
            ["Directories__0__Key"] = "acme",
            [name] = value,
        });
        folder.Delete(recursive: true);

        Assert.Equal(1, exitCode);
        Assert.Contains(named, error, StringComparison.Ordinal);
        Assert.Contains("1 fault", error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_that_would_be_taken_for_an_access_token_is_a_fault()
    {
        var (exitCode, _, error) = await ServerProcess.RunAsync(new Dictionary<string, string>
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Production",
            ["ASPNETCORE_URLS"] = "http://127.0.0.1:0",
            ["Secrets__Key"] = GoodKey,
            ["Directories__0__Key"] = "acme",
            ["Directories__0__ScimTokens__0"] = "0123456789abcdef.0123456789abcdef.0123456789abcdef",
            ["Scim__OAuth__Issuer"] = "https://login.example.com",
            ["Scim__OAuth__Audience"] = "https://scim.example.com",
        });

        Assert.Equal(1, exitCode);
        Assert.Contains("'acme'", error, StringComparison.Ordinal);
        Assert.Contains("1 fault", error, StringComparison.Ordinal);
        Assert.DoesNotContain("0123456789abcdef", error, StringComparison.Ordinal);
    }
}
