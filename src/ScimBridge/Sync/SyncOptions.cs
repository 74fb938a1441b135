using System.ComponentModel.DataAnnotations;

namespace ScimBridge.Sync;

/// <summary>How notices of changes are acted on; the section <c>Sync</c>.</summary>
internal sealed class SyncOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Sync";

    /// <summary>Seconds from a notice until the person is read, since the HR system may show old values until then; the HR system's own when left out.</summary>
    [Range(0, 300, ErrorMessage = "Sync:FreshnessLagSeconds must lie between 0 and 300.")]
    public int? FreshnessLagSeconds { get; set; }

    /// <summary>The same as a time span, once the HR system has filled it in.</summary>
    public TimeSpan FreshnessLag => TimeSpan.FromSeconds(FreshnessLagSeconds ?? 0);
}
