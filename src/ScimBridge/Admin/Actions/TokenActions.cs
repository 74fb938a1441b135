using System.Globalization;
using ScimBridge.Directories;
using ScimBridge.Protocol;
using ScimBridge.Storage;
using ScimBridge.Storage.Reading;
using ScimBridge.Storage.Records;

namespace ScimBridge.Admin.Actions;

/// <summary>What admins do with a directory's SCIM tokens: look at them, make, rotate and revoke them.</summary>
internal sealed class TokenActions(
    DirectoryStore directories, TokenIssueStore tokens, BearerStore versions, DirectorySchemas schemas, AuditTrail trail, TimeProvider time)
{
    /// <summary>The most hours that a rotated token goes on working beside the one in its place.</summary>
    public const int MostOverlapHours = 720;

    /// <summary>The directory's tokens, the newest first; of those that work no longer only the newest.</summary>
    public async Task<Outcome<IReadOnlyList<TokenView>>> ListAsync(string key, CancellationToken cancellationToken)
    {
        if (await directories.FindAsync(key, cancellationToken) is not { } directory)
        {
            return Refusal.NoSuchDirectory(key);
        }

        var views = new List<TokenView>();
        foreach (var token in await tokens.ListAsync(new DirectoryId(directory.Id), cancellationToken))
        {
            views.Add(await ViewAsync(directory, token, cancellationToken));
        }

        return views;
    }

    /// <summary>One of the directory's tokens.</summary>
    public async Task<Outcome<TokenView>> FindAsync(string key, string id, CancellationToken cancellationToken)
    {
        if (await directories.FindAsync(key, cancellationToken) is not { } directory)
        {
            return Refusal.NoSuchDirectory(key);
        }

        return Guid.TryParse(id, out var tokenId) && await tokens.FindAsync(new DirectoryId(directory.Id), tokenId, cancellationToken) is { } token
            ? await ViewAsync(directory, token, cancellationToken)
            : Refused(TokenRefusal.NoSuchToken, key, id);
    }

    /// <summary>Makes a token. Only what this returns has its secret.</summary>
    public async Task<Outcome<TokenMadeView>> MakeAsync(AuditActor actor, string key, TokenDraft draft, CancellationToken cancellationToken)
    {
        if (draft.Faults().ToList() is { Count: > 0 } faults)
        {
            return Refusal.Invalid(string.Join(' ', faults));
        }

        if (await directories.FindAsync(key, cancellationToken) is not { } directory)
        {
            return Refusal.NoSuchDirectory(key);
        }

        var now = time.GetUtcNow();
        var end = draft.EndOf(now);
        if (end <= now || end > now.AddDays(TokenDraft.MostDays))
        {
            return Refusal.Invalid($"expiresAt must lie ahead, and at most {TokenDraft.MostDays} days.");
        }

        var restriction = draft.Restriction();
        if (await ObjectionAsync(directory, restriction, cancellationToken) is { } objection)
        {
            return Refusal.Invalid(objection);
        }

        var secret = ScimTokens.Generate();
        var wish = new TokenWish(draft.Name!.Trim(), TokenScopes.Of(draft.Scopes)!.Value, restriction.ToText(), end, actor.Name);
        var (token, refusal) = await tokens.MakeAsync(new DirectoryId(directory.Id), wish, ScimTokens.PrintOf(secret), cancellationToken);
        if (token is null)
        {
            return Refused(refusal, key, wish.Name);
        }

        await trail.NoteAsync(actor, directory, "token.create", token.Id.ToString(), Description(token));
        return new TokenMadeView(secret, TokenView.Of(token, now), null);
    }

    /// <summary>Makes a token in another's place, which goes on working for some hours, 0 to <see cref="MostOverlapHours"/>. Only what this returns has its secret.</summary>
    public async Task<Outcome<TokenMadeView>> RotateAsync(
        AuditActor actor, string key, string id, int overlapHours, CancellationToken cancellationToken)
    {
        if (overlapHours is < 0 or > MostOverlapHours)
        {
            return Refusal.Invalid($"overlapHours must lie between 0 and {MostOverlapHours}.");
        }

        if (await directories.FindAsync(key, cancellationToken) is not { } directory)
        {
            return Refusal.NoSuchDirectory(key);
        }

        if (!Guid.TryParse(id, out var tokenId))
        {
            return Refused(TokenRefusal.NoSuchToken, key, id);
        }

        var secret = ScimTokens.Generate();
        var (token, replaced, refusal) = await tokens.RotateAsync(
            new DirectoryId(directory.Id), tokenId, ScimTokens.PrintOf(secret), TimeSpan.FromHours(overlapHours), actor.Name, cancellationToken);
        if (token is null)
        {
            return Refused(refusal, key, id);
        }

        await trail.NoteAsync(
            actor, directory, "token.rotate", tokenId.ToString(), $"Replaced by {token.Id}, {Description(token)}. The old one works until {Moment(replaced!.ExpiresAt)}.");
        var now = time.GetUtcNow();
        return new TokenMadeView(secret, TokenView.Of(token, now), TokenView.Of(replaced, now));
    }

    /// <summary>Has a token open nothing from the next request on; one that is revoked already stays so.</summary>
    public async Task<Outcome<TokenView>> RevokeAsync(AuditActor actor, string key, string id, CancellationToken cancellationToken)
    {
        if (await directories.FindAsync(key, cancellationToken) is not { } directory)
        {
            return Refusal.NoSuchDirectory(key);
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
            await trail.NoteAsync(actor, directory, "token.revoke", tokenId.ToString(), Description(revoked));
        }

        return await FindAsync(key, id, cancellationToken);
    }

    private async Task<TokenView> ViewAsync(DirectoryRecord directory, ScimTokenRecord token, CancellationToken cancellationToken)
    {
        var view = TokenView.Of(token, time.GetUtcNow());
        return token.Restriction is { } restriction && view.State is (TokenState.Live or TokenState.Expiring)
            ? view with { Objection = await ObjectionAsync(directory, TokenRestriction.Of(restriction), cancellationToken) }
            : view;
    }

    /// <summary>Why the directory as it is now can't be shown in part like that; null when it can.</summary>
    private async Task<string?> ObjectionAsync(DirectoryRecord directory, TokenRestriction restriction, CancellationToken cancellationToken)
    {
        try
        {
            _ = restriction.IsNone
                ? null
                : schemas.Restricted(await versions.FindVersionAsync(new DirectoryId(directory.Id), directory.Version, cancellationToken), restriction);
            return null;
        }
        catch (ScimException fault)
        {
            return fault.Error.Detail;
        }
    }

    private static Refusal Refused(TokenRefusal? refusal, string key, string what) => refusal switch
    {
        TokenRefusal.NameTaken => Refusal.Conflict($"Directory '{key}' has a token called '{what}' already. Take another name, or rotate that one."),
        TokenRefusal.TooMany => Refusal.Conflict(
            $"Directory '{key}' has {TokenIssueStore.MostLive} tokens that work, the most there can be. Revoke one that nobody needs."),
        TokenRefusal.NotGenerated => Refusal.Conflict(
            $"Token {what} comes from the settings, or from the start of the demo, and would be back with the next start. Remove it from "
            + "Directories:...:ScimTokens, or Demo:ScimToken, and start the server again; make a token here for its client first."),
        TokenRefusal.NotLive => Refusal.Conflict($"Token {what} has expired or is revoked, so there is nothing to replace. Make a new one."),
        TokenRefusal.Replaced => Refusal.Conflict($"Token {what} has been replaced already. Rotate the one that took its place."),
        _ => Refusal.NotFound($"Directory '{key}' has no token '{what}'."),
    };

    // Filters may name people, so that there is one is all that is said of it.
    private static string Description(ScimTokenRecord token) =>
        $"'{token.Name}' with {string.Join(", ", TokenScopes.Words(token.Scopes))}, {(token.Restriction is null ? "" : "of a part of the directory, ")}"
        + (token.ExpiresAt is null ? "without an end" : $"until {Moment(token.ExpiresAt)}");

    private static string? Moment(DateTimeOffset? moment) => moment?.UtcDateTime.ToString("u", CultureInfo.InvariantCulture);
}
