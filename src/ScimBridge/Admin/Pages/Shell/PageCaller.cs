using System.Security.Claims;
using Microsoft.AspNetCore.Components.Authorization;
using ScimBridge.Admin.Accounts;
using ScimBridge.Admin.Actions;
using ScimBridge.Storage.Records;

namespace ScimBridge.Admin.Pages.Shell;

/// <summary>Whoever looks at the pages of this circuit, and does things there.</summary>
internal sealed class PageCaller(AuthenticationStateProvider states, AdminSessions sessions)
{
    /// <summary>Who it is.</summary>
    public async Task<ClaimsPrincipal> UserAsync() => (await states.GetAuthenticationStateAsync()).User;

    /// <summary>Whether the caller's role allows it, so that pages hide what would be refused.</summary>
    /// <remarks>As the identity says it, which no session outlives: another role ends them all.</remarks>
    public async Task<bool> MayAsync(PageRight right) => AdminRoles.Of(await UserAsync()) >= RoleFor(right);

    /// <summary>Does something in the caller's name, if the session still lasts and the role still allows it.</summary>
    /// <returns>What came of it, or why it was refused.</returns>
    public async Task<Outcome<T>> DoAsync<T>(PageRight right, Func<AuditActor, Task<Outcome<T>>> action)
        where T : notnull
    {
        var user = await UserAsync();
        return await sessions.StillAsync(user, RoleFor(right), CancellationToken.None)
            ? await action(AuditActor.Of(user))
            : new Refusal(RefusalKind.Forbidden, "Your role does not allow this, or you are signed in no longer. Sign in again, or ask an admin.");
    }

    private static AdminRole RoleFor(PageRight right) => right switch
    {
        PageRight.View => AdminRole.Viewer,
        PageRight.Operate => AdminRole.Operator,
        _ => AdminRole.Admin,
    };
}
