using ScimBridge.Protocol;
using ScimBridge.Protocol.Resources;

namespace ScimBridge.Mapping;

/// <summary>Which schemas a resource uses.</summary>
internal static class SchemaRules
{
    private static readonly string[][] Choices =
    [
        [ScimSchemaUris.User],
        [ScimSchemaUris.User, ScimSchemaUris.EnterpriseUser],
        [ScimSchemaUris.User, ScimSchemaUris.HiBobUser],
        [ScimSchemaUris.User, ScimSchemaUris.EnterpriseUser, ScimSchemaUris.HiBobUser],
    ];

    /// <summary><c>schemas</c>: the core one, then each extension that has a value (RFC 7643 section 3).</summary>
    public static IReadOnlyList<string> Schemas(ScimUser user) =>
        Choices[(user.Enterprise is null ? 0 : 1) + (user.HiBob is null ? 0 : 2)];
}
