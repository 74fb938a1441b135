using System.ComponentModel.DataAnnotations;

namespace ScimBridge.Demo;

/// <summary>A directory to try things on; the section <c>Demo</c>.</summary>
internal sealed class DemoOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Demo";

    /// <summary>Whether to start a HiBob simulator and link a directory to it; on in Development, off elsewhere, when left out.</summary>
    public bool? Enabled { get; set; }

    /// <summary>How many people the simulated company has.</summary>
    [Range(10, 100_000, ErrorMessage = "Demo:People must lie between 10 and 100000.")]
    public int People { get; set; } = 1000;

    /// <summary>The seed that the company is made from.</summary>
    public int Seed { get; set; } = 1;

    /// <summary>The demo directory's SCIM token; when left out, each start makes a new one and revokes the last.</summary>
    public string? ScimToken { get; set; }
}
