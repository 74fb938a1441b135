using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace ScimBridge.Admin.Pages;

/// <summary>Where signing in through the OpenID Connect provider begins.</summary>
internal static partial class OpenIdEndpoints
{
    /// <summary>Maps the route; it is 404 without a provider.</summary>
    public static IEndpointRouteBuilder MapOpenId(this IEndpointRouteBuilder pages)
    {
        pages.MapGet(AdminPaths.OpenId, StartAsync).AllowAnonymous();
        return pages;
    }

    private static async Task<Results<EmptyHttpResult, NotFound, ContentHttpResult>> StartAsync(
        HttpContext context, IAntiforgery antiforgery, IOptions<AdminOptions> options, ILoggerFactory logs, string? returnUrl)
    {
        if (!options.Value.OpenIdConnect.Enabled)
        {
            return TypedResults.NotFound();
        }

        try
        {
            var next = SignInEndpoints.Next(context, returnUrl);
            await context.ChallengeAsync(AdminSchemes.OpenIdConnect, new AuthenticationProperties { RedirectUri = next });
            return TypedResults.Empty;
        }
        catch (InvalidOperationException unreachable)
        {
            // What the handler throws when it can't read the provider's metadata.
            Unreachable(logs.CreateLogger(typeof(OpenIdEndpoints)), unreachable);
            return SignInPage.Of(
                context, antiforgery, returnUrl, $"{options.Value.OpenIdConnect.Name} can't be reached at this moment.", StatusCodes.Status503ServiceUnavailable);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The OpenID Connect provider of Admin:OpenIdConnect:Authority can't be read")]
    private static partial void Unreachable(ILogger logger, Exception exception);
}
