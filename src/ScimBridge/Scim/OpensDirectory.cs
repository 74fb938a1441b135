using Microsoft.AspNetCore.Authorization;
using ScimBridge.Storage;

namespace ScimBridge.Scim;

/// <summary>Requires that the caller's token opens a directory: an access token can be good and yet open none.</summary>
internal sealed class OpensDirectory : AuthorizationHandler<OpensDirectory>, IAuthorizationRequirement
{
    /// <summary>The one there needs to be.</summary>
    public static OpensDirectory Requirement { get; } = new();

    /// <inheritdoc/>
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, OpensDirectory requirement)
    {
        if (context.Resource is HttpContext http && http.Features.Get<TokenBearer>() is not null)
        {
            context.Succeed(requirement);
        }

        return Task.CompletedTask;
    }
}
