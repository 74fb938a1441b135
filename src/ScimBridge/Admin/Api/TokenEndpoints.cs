using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using ScimBridge.Directories;
using ScimBridge.Storage;
using ScimBridge.Storage.Records;

namespace ScimBridge.Admin.Api;

/// <summary>A directory's SCIM tokens: which there are, making, rotating and revoking them.</summary>
internal static class TokenEndpoints
{
    private const string List = "/directories/{key}/tokens";
    private const string One = "/directories/{key}/tokens/{id}";

    /// <summary>Maps the routes.</summary>
    public static IEndpointRouteBuilder MapTokens(this IEndpointRouteBuilder api)
    {
        api.MapGet(List, ListAsync);
        api.MapPost(List, MakeAsync);
        api.MapOtherMethods(List, HttpMethods.Get, HttpMethods.Post);
        api.MapGet(One, GetAsync);
        api.MapDelete(One, RevokeAsync);
        api.MapOtherMethods(One, HttpMethods.Get, HttpMethods.Delete);
        api.MapPost(One + "/rotate", RotateAsync);
        api.MapOtherMethods(One + "/rotate", HttpMethods.Post);
        return api;
    }

    private static async Task<Results<Ok<List<TokenView>>, ProblemHttpResult>> ListAsync(
        string key, ApiRequests requests, TokenIssueStore tokens, TimeProvider time, CancellationToken cancellationToken) =>
        await requests.FindAsync(key, cancellationToken) is { } directory
            ? TypedResults.Ok((await tokens.ListAsync(new DirectoryId(directory.Id), cancellationToken))
                .Select(token => TokenView.Of(token, time.GetUtcNow())).ToList())
            : AdminApi.NoSuchDirectory(key);

    private static async Task<Results<Ok<TokenView>, ProblemHttpResult>> GetAsync(
        string key, string id, ApiRequests requests, TokenIssueStore tokens, TimeProvider time, CancellationToken cancellationToken)
    {
        if (await requests.FindAsync(key, cancellationToken) is not { } directory)
        {
            return AdminApi.NoSuchDirectory(key);
        }

        return Guid.TryParse(id, out var tokenId) && await tokens.FindAsync(new DirectoryId(directory.Id), tokenId, cancellationToken) is { } token
            ? TypedResults.Ok(TokenView.Of(token, time.GetUtcNow()))
            : Refused(TokenRefusal.NoSuchToken, key, id);
    }

    private static async Task<Results<Created<TokenMadeView>, ProblemHttpResult>> MakeAsync(
        string key, HttpContext context, ApiRequests requests, TokenIssueStore tokens, TimeProvider time, CancellationToken cancellationToken)
    {
        var (directory, body, fault) = await requests.OpenAsync<TokenBody>(key, context, cancellationToken);
        if (fault is not null)
        {
            return fault;
        }

        var now = time.GetUtcNow();
        var end = body.EndOf(now);
        if (end <= now || end > now.AddDays(TokenBody.MostDays))
        {
            return ApiRequests.Bad($"expiresAt must lie ahead, and at most {TokenBody.MostDays} days.");
        }

        var secret = ScimTokens.Generate();
        var wish = new TokenWish(body.Name!.Trim(), TokenScopes.Of(body.Scopes)!.Value, end, AuditActor.Of(context).Name);
        var (token, refusal) = await tokens.MakeAsync(new DirectoryId(directory.Id), wish, ScimTokens.PrintOf(secret), cancellationToken);
        if (token is null)
        {
            return Refused(refusal, key, wish.Name);
        }

        await requests.NoteAsync(context, directory, "token.create", token.Id.ToString(), Description(token));
        return TypedResults.Created(Location(context, key, token), new TokenMadeView(secret, TokenView.Of(token, now), null));
    }

    private static async Task<Results<Created<TokenMadeView>, ProblemHttpResult>> RotateAsync(
        string key, string id, HttpContext context, ApiRequests requests, TokenIssueStore tokens, TimeProvider time, CancellationToken cancellationToken)
    {
        var (directory, body, fault) = await requests.OpenAsync<RotationBody>(key, context, cancellationToken);
        if (fault is not null)
        {
            return fault;
        }

        if (!Guid.TryParse(id, out var tokenId))
        {
            return Refused(TokenRefusal.NoSuchToken, key, id);
        }

        var secret = ScimTokens.Generate();
        var (token, replaced, refusal) = await tokens.RotateAsync(
            new DirectoryId(directory.Id), tokenId, ScimTokens.PrintOf(secret), TimeSpan.FromHours(body.OverlapHours), AuditActor.Of(context).Name, cancellationToken);
        if (token is null)
        {
            return Refused(refusal, key, id);
        }

        await requests.NoteAsync(
            context, directory, "token.rotate", tokenId.ToString(), $"Replaced by {token.Id}, {Description(token)}. The old one works until {Moment(replaced!.ExpiresAt)}.");
        var now = time.GetUtcNow();
        return TypedResults.Created(Location(context, key, token), new TokenMadeView(secret, TokenView.Of(token, now), TokenView.Of(replaced, now)));
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> RevokeAsync(
        string key, string id, HttpContext context, ApiRequests requests, TokenIssueStore tokens, CancellationToken cancellationToken)
    {
        if (await requests.FindAsync(key, cancellationToken) is not { } directory)
        {
            return AdminApi.NoSuchDirectory(key);
        }

        var (revoked, refusal) = Guid.TryParse(id, out var tokenId)
            ? await tokens.RevokeAsync(new DirectoryId(directory.Id), tokenId, cancellationToken)
            : (null, TokenRefusal.NoSuchToken);
        if (refusal is not null)
        {
            return Refused(refusal, key, id);
        }

        if (revoked is not null)
        {
            await requests.NoteAsync(context, directory, "token.revoke", tokenId.ToString(), Description(revoked));
        }

        return TypedResults.NoContent();
    }

    private static ProblemHttpResult Refused(TokenRefusal? refusal, string key, string what) => refusal switch
    {
        TokenRefusal.NameTaken => ApiRequests.Conflict($"Directory '{key}' has a token called '{what}' already. Take another name, or rotate that one."),
        TokenRefusal.TooMany => ApiRequests.Conflict(
            $"Directory '{key}' has {TokenIssueStore.MostLive} tokens that work, the most there can be. Revoke one that nobody needs."),
        TokenRefusal.NotGenerated => ApiRequests.Conflict(
            $"Token {what} comes from the settings, or from the start of the demo, and would be back with the next start. Remove it from "
            + "Directories:...:ScimTokens, or Demo:ScimToken, and start the server again; make a token here for its client first."),
        TokenRefusal.NotLive => ApiRequests.Conflict($"Token {what} has expired or is revoked, so there is nothing to replace. Make a new one."),
        TokenRefusal.Replaced => ApiRequests.Conflict($"Token {what} has been replaced already. Rotate the one that took its place."),
        _ => ApiRequests.NotFound($"Directory '{key}' has no token '{what}'."),
    };

    private static string Location(HttpContext context, string key, ScimTokenRecord token) =>
        $"{context.Request.PathBase}{AdminPaths.Api}/directories/{key}/tokens/{token.Id}";

    private static string Description(ScimTokenRecord token) =>
        $"'{token.Name}' with {string.Join(", ", TokenScopes.Words(token.Scopes))}, {(token.ExpiresAt is null ? "without an end" : $"until {Moment(token.ExpiresAt)}")}";

    private static string? Moment(DateTimeOffset? moment) => moment?.UtcDateTime.ToString("u", CultureInfo.InvariantCulture);
}
