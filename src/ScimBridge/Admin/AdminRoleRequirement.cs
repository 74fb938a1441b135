using Microsoft.AspNetCore.Authorization;
using ScimBridge.Storage.Records;

namespace ScimBridge.Admin;

/// <summary>Lets through whoever has a role or one above it.</summary>
/// <param name="needed">The least role.</param>
internal sealed class AdminRoleRequirement(AdminRole needed) : AuthorizationHandler<AdminRoleRequirement>, IAuthorizationRequirement
{
    private AdminRole Needed { get; } = needed;

    /// <inheritdoc/>
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, AdminRoleRequirement requirement)
    {
        // Each is asked about all that an endpoint requires, its own and the group's, so what counts is the one it is asked about.
        if (AdminRoles.Of(context.User) >= requirement.Needed)
        {
            context.Succeed(requirement);
        }

        return Task.CompletedTask;
    }
}
