using ScimBridge.Protocol;

namespace ScimBridge.Admin.Pages.Attributes;

/// <summary>How attributes are named on pages: without the long URNs, and by the schema that they are of.</summary>
internal static class AttributeNames
{
    /// <summary>The core schema, in words.</summary>
    public const string Core = "Core";

    /// <summary>The enterprise extension, in words.</summary>
    public const string Enterprise = "Enterprise";

    /// <summary>Our extension, in words.</summary>
    public const string HiBob = "HiBob";

    private static readonly (string Urn, string Words)[] Extensions = [(ScimSchemaUris.EnterpriseUser, Enterprise), (ScimSchemaUris.HiBobUser, HiBob)];

    /// <summary>The schema of an attribute, in words.</summary>
    public static string Schema(string path) =>
        Extensions.FirstOrDefault(extension => path.StartsWith(extension.Urn, StringComparison.OrdinalIgnoreCase)).Words ?? Core;

    /// <summary>The attribute without its schema's URN.</summary>
    public static string Short(string path)
    {
        var urn = Extensions.FirstOrDefault(extension => path.StartsWith(extension.Urn + ":", StringComparison.OrdinalIgnoreCase)).Urn;
        return urn is null ? path : path[(urn.Length + 1)..];
    }

    /// <summary>The attribute in a line of text, with its schema where that is not the core one.</summary>
    public static string Line(string path) => Schema(path) is Core ? path : $"{Short(path)} ({Schema(path)})";
}
