using Microsoft.Playwright;
using Xunit;
using Xunit.Sdk;
using Xunit.v3;

[assembly: AssemblyFixture(typeof(ScimBridge.Browser.Tests.Chromium))]
[assembly: Parallelization(Mode = ParallelMode.None)]

namespace ScimBridge.Browser.Tests;

/// <summary>The browser: Debian's Chromium, one for all tests.</summary>
public sealed class Chromium : IAsyncLifetime
{
    /// <summary>The environment variable with the path of a Chromium to use instead.</summary>
    public const string PathVariable = "SCIMBRIDGE_TEST_CHROMIUM";

    // Nothing of the browser's own may look for the internet, which is not there and would fill its log.
    private static readonly string[] Arguments =
    [
        "--disable-gpu", "--no-first-run", "--disable-quic", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    private IPlaywright? playwright;
    private IBrowser? browser;

    /// <summary>The program; null when there is none.</summary>
    public static string? ExecutablePath { get; } =
        ((string?[])[Environment.GetEnvironmentVariable(PathVariable), "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"])
            .FirstOrDefault(File.Exists);

    /// <inheritdoc/>
    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    /// <summary>A window of its own, with cookies of its own; skips the test where there is no Chromium, but not in CI.</summary>
    public async Task<IBrowserContext> OpenAsync(BrowserNewContextOptions options)
    {
        Assert.SkipWhen(
            ExecutablePath is null && Environment.GetEnvironmentVariable("CI") != "true",
            $"There is no Chromium; install Debian's package chromium, or name one in {PathVariable}.");
        if (browser is null)
        {
            playwright = await Playwright.CreateAsync();
            browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
            {
                ExecutablePath = ExecutablePath ?? throw new InvalidOperationException("There is no Chromium, and CI needs one."),
                Args = Arguments,

                // Its sandbox refuses root, as whom CI runs.
                ChromiumSandbox = Environment.UserName != "root",
            });
        }

        var context = await browser.NewContextAsync(options);
        context.SetDefaultTimeout(30_000);
        return context;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
        {
            await browser.DisposeAsync();
        }

        playwright?.Dispose();
    }
}
