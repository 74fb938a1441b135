using System.Security.Claims;
using Microsoft.AspNetCore.Components.Authorization;
using ScimBridge.Admin.Actions;

namespace ScimBridge.Admin.Pages.Shell;

/// <summary>Whoever looks at the pages of this circuit, and does things there.</summary>
internal sealed class PageCaller(AuthenticationStateProvider states)
{
    /// <summary>Whether the caller's role allows it; what pages hide is refused all the same.</summary>
    public async Task<bool> MayAsync(PageRight right) => Allows(await UserAsync(), right);

    /// <summary>Does something in the caller's name, if the session still lasts and the role still allows it.</summary>
    /// <returns>What came of it, or why it was refused.</returns>
    public async Task<Outcome<T>> DoAsync<T>(PageRight right, Func<AuditActor, Task<Outcome<T>>> action)
        where T : notnull
    {
        var user = await UserAsync();
        return Allows(user, right)
            ? await action(AuditActor.Of(user))
            : new Refusal(RefusalKind.Forbidden, "Your role does not allow this, or you are signed in no longer. Sign in again, or ask an admin.");
    }

    private async Task<ClaimsPrincipal> UserAsync() => (await states.GetAuthenticationStateAsync()).User;

    private static bool Allows(ClaimsPrincipal user, PageRight right) => right >= PageRight.View && user.Identity?.IsAuthenticated == true;
}
