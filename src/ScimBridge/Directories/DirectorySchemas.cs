using Microsoft.Extensions.Caching.Memory;
using ScimBridge.Protocol;
using ScimBridge.Protocol.Filtering;
using ScimBridge.Protocol.Schemas;
using ScimBridge.Storage;

namespace ScimBridge.Directories;

/// <summary>Tells by which schemas a version of a directory is read: everybody's, and the attributes that the directory adds, or what a token leaves of them.</summary>
/// <remarks>Made once for all versions and directories that add the same, and kept for as long as there are not too many.</remarks>
internal sealed class DirectorySchemas(FilterLimits limits) : IDisposable
{
    /// <summary>How many are kept; one takes some 50 kB.</summary>
    public const int Kept = 500;

    private readonly MemoryCache made = new(new MemoryCacheOptions { SizeLimit = Kept });

    /// <summary>The schemas of a directory that adds nothing, and of callers without a directory.</summary>
    public DirectorySchema Common { get; } = new(SchemaCatalog.Load());

    /// <summary>The schemas of a version; those of all directories for null.</summary>
    public DirectorySchema Of(DirectoryVersion? version)
    {
        if (version?.CustomAttributes is not { } text)
        {
            return Common;
        }

        return made.TryGetValue(text, out DirectorySchema? known) ? known! : Keep(text, Make(text));
    }

    /// <summary>The schemas of a version for a token.</summary>
    /// <param name="version">The version.</param>
    /// <param name="restriction">What the token leaves, as it is stored; null for everything.</param>
    /// <exception cref="ScimException">403: the restriction names what the version does not have, so that nobody knows what it should leave.</exception>
    public DirectorySchema Of(DirectoryVersion? version, string? restriction)
    {
        if (restriction is null)
        {
            return Of(version);
        }

        var key = (version?.CustomAttributes, restriction);
        if (made.TryGetValue(key, out DirectorySchema? known))
        {
            return known!;
        }

        try
        {
            return Keep(key, Restricted(version, TokenRestriction.Of(restriction)));
        }
        catch (ScimException)
        {
            throw ScimException.Forbidden(
                "The token shows a part of the directory only, chosen by attributes of which one is there no longer, or is of another type; until that is "
                + "put right it opens nothing. Have an admin make another token for this client.");
        }
    }

    /// <summary>The schemas of a version for a token that is to be made.</summary>
    /// <exception cref="ScimException">400: the restriction names what the version does not have; the detail says where it does, and what was expected.</exception>
    public DirectorySchema Restricted(DirectoryVersion? version, TokenRestriction restriction) =>
        RestrictionBinder.Bind(restriction, Of(version).Catalog, limits);

    /// <inheritdoc/>
    public void Dispose() => made.Dispose();

    private DirectorySchema Keep(object key, DirectorySchema schema) =>
        made.Set(key, schema, new MemoryCacheEntryOptions { Size = 1 });

    private DirectorySchema Make(string text)
    {
        // A release can give our extension an attribute whose name a stored version has already; the version must stay readable.
        var extension = Common.Catalog.FindSchema(ScimSchemaUris.HiBobUser)!;
        var added = CustomAttributes.Read(text).Where(attribute => extension.FindAttribute(attribute.Name) is null);
        return new DirectorySchema(Common.Catalog.WithAttributes(ScimSchemaUris.HiBobUser, [.. added]));
    }
}
