namespace ScimBridge.Browser.Tests;

/// <summary>How a window looks.</summary>
public enum Look
{
    /// <summary>A desktop in light colours.</summary>
    Light,

    /// <summary>A desktop in dark colours.</summary>
    Dark,

    /// <summary>A phone.</summary>
    Phone,
}
