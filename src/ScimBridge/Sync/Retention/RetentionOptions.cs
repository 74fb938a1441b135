using System.ComponentModel.DataAnnotations;

namespace ScimBridge.Sync.Retention;

/// <summary>How long what no directory sets for itself is kept; the section <c>Retention</c>.</summary>
internal sealed class RetentionOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Retention";

    /// <summary>Days for which runs and their ledgers are kept, and longer while a version or plan of theirs is.</summary>
    [Range(1, 3650, ErrorMessage = "Retention:RunDays must lie between 1 and 3650.")]
    public int RunDays { get; set; } = 90;

    /// <summary>Days for which events are kept.</summary>
    [Range(1, 3650, ErrorMessage = "Retention:EventDays must lie between 1 and 3650.")]
    public int EventDays { get; set; } = 365;

    /// <summary>Days for which webhook requests are kept; repetitions are known by them for one.</summary>
    [Range(2, 3650, ErrorMessage = "Retention:WebhookDays must lie between 2 and 3650.")]
    public int WebhookDays { get; set; } = 30;

    /// <summary>Hours for which a directory that an admin deletes can be brought back; 0 removes everything of it at once.</summary>
    [Range(0, 8760, ErrorMessage = "Retention:DeleteGraceHours must lie between 0 and 8760.")]
    public int DeleteGraceHours { get; set; } = 72;
}
