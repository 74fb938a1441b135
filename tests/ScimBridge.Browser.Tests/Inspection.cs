namespace ScimBridge.Browser.Tests;

/// <summary>Looks at one part of the pages after another: a picture of each, and at the end what WCAG 2 A and AA forbid of all of them.</summary>
internal sealed class Inspection(Window window, Look look)
{
    private readonly List<string> violations = [];

    /// <summary>What was found so far; nothing, if all is as it should be.</summary>
    public IReadOnlyList<string> Violations => violations;

    /// <summary>Looks at what is open now.</summary>
    public async Task LookAsync(string name)
    {
        await window.PictureAsync($"opened-{name}-{look}");
        violations.AddRange((await window.ViolationsAsync()).Select(violation => $"{name}: {violation}"));
    }
}
