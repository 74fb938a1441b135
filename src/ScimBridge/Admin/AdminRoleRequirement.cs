using Microsoft.AspNetCore.Authorization;
using ScimBridge.Storage.Records;

namespace ScimBridge.Admin;

/// <summary>Lets through whoever has a role or one above it.</summary>
/// <param name="needed">The least role.</param>
internal sealed class AdminRoleRequirement(AdminRole needed) : AuthorizationHandler<AdminRoleRequirement>, IAuthorizationRequirement
{
    /// <inheritdoc/>
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, AdminRoleRequirement requirement)
    {
        if (AdminRoles.Of(context.User) >= needed)
        {
            context.Succeed(requirement);
        }

        return Task.CompletedTask;
    }
}
