using ScimBridge.Protocol;

namespace ScimBridge.Admin.Pages.People;

/// <summary>An attribute's path in two parts, since the URN of an extension is longer than a column is wide.</summary>
/// <param name="Path">The path without the URN.</param>
/// <param name="Schema">What the extension is called; null for the core schema.</param>
internal sealed record AttributeName(string Path, string? Schema)
{
    /// <summary>Takes a path apart.</summary>
    public static AttributeName Of(string attribute)
    {
        foreach (var (urn, name) in ((string, string)[])[(ScimSchemaUris.EnterpriseUser, "enterprise"), (ScimSchemaUris.HiBobUser, "hibob")])
        {
            if (attribute.StartsWith(urn + ":", StringComparison.OrdinalIgnoreCase))
            {
                return new AttributeName(attribute[(urn.Length + 1)..], name);
            }
        }

        return new AttributeName(attribute, null);
    }
}
