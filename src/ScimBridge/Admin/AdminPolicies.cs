using Microsoft.AspNetCore.Authorization;
using ScimBridge.Storage.Records;

namespace ScimBridge.Admin;

/// <summary>The policies of admins. Each names its scheme, so that no other scheme's caller passes.</summary>
internal static class AdminPolicies
{
    /// <summary>Somebody who signed in, also while the password has to be changed first.</summary>
    public const string SignedIn = "Admin.SignedIn";

    /// <summary>Somebody who signed in to the admin pages, and may at least look.</summary>
    public const string View = "Admin.View";

    /// <summary>An operator on the admin pages.</summary>
    public const string Operate = "Admin.Operate";

    /// <summary>An admin on the admin pages.</summary>
    public const string Administer = "Admin.Administer";

    /// <summary>Whoever has a key of the admin API.</summary>
    public const string ApiView = "Admin.Api.View";

    /// <summary>Whoever has an operator's key of the admin API.</summary>
    public const string ApiOperate = "Admin.Api.Operate";

    /// <summary>Whoever has an admin's key of the admin API.</summary>
    public const string ApiAdminister = "Admin.Api.Administer";

    /// <summary>Whoever has a key of the admin API, or signed in to the admin pages: both may read how the API is used.</summary>
    public const string Reference = "Admin.Reference";

    private static readonly (string Policy, string Scheme, AdminRole Role)[] Roles =
    [
        (View, AdminSchemes.Cookie, AdminRole.Viewer),
        (Operate, AdminSchemes.Cookie, AdminRole.Operator),
        (Administer, AdminSchemes.Cookie, AdminRole.Admin),
        (ApiView, AdminSchemes.ApiKey, AdminRole.Viewer),
        (ApiOperate, AdminSchemes.ApiKey, AdminRole.Operator),
        (ApiAdminister, AdminSchemes.ApiKey, AdminRole.Admin),
        (Reference, AdminSchemes.Either, AdminRole.Viewer),
    ];

    /// <summary>Adds the policies.</summary>
    public static void AddTo(AuthorizationBuilder authorization)
    {
        authorization.AddPolicy(SignedIn, policy => policy.AddAuthenticationSchemes(AdminSchemes.Cookie).RequireAuthenticatedUser());
        foreach (var (name, scheme, role) in Roles)
        {
            authorization.AddPolicy(
                name, policy => policy.AddAuthenticationSchemes(scheme).RequireAuthenticatedUser().AddRequirements(new AdminRoleRequirement(role)));
        }
    }

    /// <summary>The policy of the admin API for a role.</summary>
    public static string Api(AdminRole role) => Array.Find(Roles, known => known.Scheme == AdminSchemes.ApiKey && known.Role == role).Policy;

    /// <summary>The role that an endpoint needs; null when it needs none.</summary>
    public static AdminRole? RoleOf(Endpoint? endpoint) =>
        endpoint?.Metadata.GetOrderedMetadata<IAuthorizeData>()
            .SelectMany(data => Roles.Where(known => known.Policy == data.Policy).Select(known => (AdminRole?)known.Role)).Max();
}
