using ScimBridge.Protocol;
using ScimBridge.Protocol.Resources;

namespace ScimBridge.Mapping.Targets;

/// <summary>Targets of attributes that have one value.</summary>
internal static class TargetSetters
{
    /// <summary>An attribute at the top of a user.</summary>
    public static AttributeTarget Text(string path, Func<ScimUser, string?, ScimUser> set, TargetKind kind = TargetKind.Text) => new(path, kind, 1, set);

    /// <summary>An attribute that holds others.</summary>
    public static AttributeTarget Whole(string path, Func<ScimUser, ScimUser> clear) => new(path, TargetKind.Whole, 0, (user, _) => clear(user));

    /// <summary>A component of the name.</summary>
    public static AttributeTarget Name(string part, Func<ScimName, string?, ScimName> set) =>
        new($"name.{part}", TargetKind.Text, 1, (user, value) => user with { Name = set(user.Name ?? new ScimName(), value) });

    /// <summary>An attribute of the enterprise extension.</summary>
    public static AttributeTarget Enterprise(string attribute, Func<ScimEnterpriseUser, string?, ScimEnterpriseUser> set) => new(
        $"{ScimSchemaUris.EnterpriseUser}:{attribute}",
        TargetKind.Text,
        1,
        (user, value) => user with { Enterprise = set(user.Enterprise ?? new ScimEnterpriseUser(), value) });

    /// <summary>An attribute of our extension.</summary>
    public static AttributeTarget Extension(string attribute, Func<ScimHiBobUser, string?, ScimHiBobUser> set, TargetKind kind = TargetKind.Text) => new(
        $"{ScimSchemaUris.HiBobUser}:{attribute}", kind, 1, (user, value) => user with { HiBob = set(user.HiBob ?? new ScimHiBobUser(), value) });
}
