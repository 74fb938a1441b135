using System.ComponentModel.DataAnnotations;

namespace ScimBridge.Sync.Retention;

/// <summary>How long the audit log is kept; the section <c>Audit</c>.</summary>
internal sealed class AuditOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Audit";

    /// <summary>Days for which entries are kept.</summary>
    [Range(1, 36500, ErrorMessage = "Audit:RetentionDays must lie between 1 and 36500.")]
    public int RetentionDays { get; set; } = 365;
}
