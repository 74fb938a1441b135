namespace ScimBridge.Admin.Pages.Attributes;

/// <summary>A line of a table of values while somebody edits it.</summary>
internal sealed class TableLine
{
    /// <summary>The value as HiBob has it.</summary>
    public string From { get; set; } = "";

    /// <summary>What it becomes.</summary>
    public string To { get; set; } = "";
}
