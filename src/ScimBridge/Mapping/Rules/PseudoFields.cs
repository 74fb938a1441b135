namespace ScimBridge.Mapping.Rules;

/// <summary>What conditions can ask of an employee that is no field of the HR system.</summary>
internal static class PseudoFields
{
    /// <summary>What follows the @ of the work e-mail address.</summary>
    public const string EmailDomain = "@emailDomain";

    /// <summary>The state of the employment: <c>hired</c>, <c>employed</c>, <c>leave</c>, <c>gardenLeave</c> or <c>terminated</c>, or the HR system's own words for it.</summary>
    public const string Lifecycle = "@lifecycle";

    /// <summary>Both.</summary>
    public static IReadOnlyList<string> All { get; } = [EmailDomain, Lifecycle];

    /// <summary>Whether that is one, or meant to be.</summary>
    public static bool IsPseudo(string field) => field.StartsWith('@');
}
