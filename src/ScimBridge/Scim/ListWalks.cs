using System.Globalization;
using ScimBridge.Protocol;
using ScimBridge.Storage;
using ScimBridge.Storage.Reading;

namespace ScimBridge.Scim;

/// <summary>The walks through lists by cursor (RFC 9865): where one stands, and how it goes on.</summary>
internal sealed class ListWalks(BearerStore bearers, CursorCodec cursors)
{
    /// <summary>The walk that the client is on, or begins.</summary>
    /// <exception cref="ScimException">400: the cursor is of another walk, or too old, or the page size is not the walk's.</exception>
    public async Task<ListWalk> FindAsync(ScimListRequest list, TokenBearer bearer, CancellationToken cancellationToken)
    {
        if (list.Cursor!.Length == 0)
        {
            return new ListWalk(bearer.Version, new CursorPosition(bearer.Version.Number, bearer.Version.At, list.Page.Count, 0, 0, 0));
        }

        var position = cursors.Read(list.Cursor, OwnerOf(list, bearer));
        if (position.Count != list.Page.Count)
        {
            throw ScimException.InvalidCount(string.Create(
                CultureInfo.InvariantCulture, $"The walk began with count={position.Count}; every page of it has the same."));
        }

        var version = position.Version == bearer.Version.Number
            ? bearer.Version
            : await bearers.FindVersionAsync(bearer.Version.Directory, position.Version, cancellationToken);
        return version?.At == position.VersionAt
            ? new ListWalk(version, position)
            : throw ScimException.ExpiredCursor(ScimLimits.CursorLifetime);
    }

    /// <summary>The cursor of the page after <paramref name="page"/>; null at the end, and for a list that is not walked.</summary>
    public string? Next(ListWalk? walk, StoredPage page, ScimListRequest list, TokenBearer bearer)
    {
        if (walk is null || page.Resources.Count == 0 || walk.Position.Seen + page.Resources.Count >= page.Total)
        {
            return null;
        }

        var position = walk.Position with
        {
            Total = page.Total,
            Seen = walk.Position.Seen + page.Resources.Count,
            After = page.Resources[^1].Ordinal,
        };
        return cursors.Write(position, OwnerOf(list, bearer));
    }

    /// <summary>The scopes that lists depend on: whether a token also opens the reports makes no other list.</summary>
    public static int ScopesOf(TokenBearer bearer) => (int)(bearer.Scopes & ReadableTypes.Scopes);

    private static string OwnerOf(ScimListRequest list, TokenBearer bearer) =>
        string.Create(CultureInfo.InvariantCulture, $"{bearer.Version.Directory.Value}\n{ScopesOf(bearer)}\n{bearer.Restriction}\n{list.Fingerprint}");
}
