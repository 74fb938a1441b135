namespace ScimBridge.Sync.Alerts;

/// <summary>What is posted of an alert, as docs/operations.md shows it.</summary>
/// <param name="Event"><c>directory.</c> and the state.</param>
/// <param name="Directory">The directory's key.</param>
/// <param name="State">The state.</param>
/// <param name="At">When it was seen, in UTC.</param>
/// <param name="Since">Since when it holds, in UTC; null when that is not known.</param>
/// <param name="Advice">What to do.</param>
/// <param name="RunId">The run that brought it about.</param>
internal sealed record AlertBody(string Event, string Directory, string State, DateTime At, DateTime? Since, string? Advice, Guid? RunId)
{
    /// <summary>The body of an alert.</summary>
    public static AlertBody Of(Alert alert) => new(
        $"directory.{alert.State}", alert.Directory, alert.State, alert.At.UtcDateTime, alert.Since?.UtcDateTime, alert.Advice, alert.RunId);
}
