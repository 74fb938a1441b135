namespace ScimBridge.Mapping.Evaluation;

/// <summary>The <c>.sbx</c> that a sandbox of HiBob puts behind every e-mail address.</summary>
internal static class SandboxSuffix
{
    private const string Suffix = ".sbx";

    /// <summary>The text, without the suffix if it is an e-mail address that has it.</summary>
    public static string? Strip(string? text) =>
        text?.Trim() is { } address
        && address.EndsWith(Suffix, StringComparison.OrdinalIgnoreCase)
        && address.IndexOf('@', StringComparison.Ordinal) is > 0 and var at && at < address.Length - Suffix.Length - 1
        && !address.Any(char.IsWhiteSpace)
            ? address[..^Suffix.Length]
            : text;
}
