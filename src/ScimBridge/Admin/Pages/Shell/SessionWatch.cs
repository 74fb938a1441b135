using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;
using ScimBridge.Admin.Accounts;
using ScimBridge.Storage.Records;

namespace ScimBridge.Admin.Pages.Shell;

/// <summary>Takes an open page away from whoever's session has ended, or whose account may look no longer.</summary>
internal sealed class SessionWatch(ILoggerFactory logs, AdminSessions sessions) : RevalidatingServerAuthenticationStateProvider(logs)
{
    /// <inheritdoc/>
    protected override TimeSpan RevalidationInterval => TimeSpan.FromSeconds(5);

    /// <inheritdoc/>
    protected override Task<bool> ValidateAuthenticationStateAsync(AuthenticationState authenticationState, CancellationToken cancellationToken) =>
        sessions.IsOpenAsync(authenticationState.User, AdminRole.Viewer, cancellationToken);
}
