using Microsoft.Extensions.Caching.Memory;
using ScimBridge.Protocol;
using ScimBridge.Protocol.Schemas;
using ScimBridge.Storage;

namespace ScimBridge.Directories;

/// <summary>Tells by which schemas a version of a directory is read: everybody's, and the attributes that the directory adds.</summary>
/// <remarks>Made once for all versions and directories that add the same, and kept for as long as there are not too many.</remarks>
internal sealed class DirectorySchemas : IDisposable
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

        if (made.TryGetValue(text, out DirectorySchema? known))
        {
            return known!;
        }

        var schema = Make(text);
        made.Set(text, schema, new MemoryCacheEntryOptions { Size = 1 });
        return schema;
    }

    /// <inheritdoc/>
    public void Dispose() => made.Dispose();

    private DirectorySchema Make(string text)
    {
        // A release can give our extension an attribute whose name a stored version has already; the version must stay readable.
        var extension = Common.Catalog.FindSchema(ScimSchemaUris.HiBobUser)!;
        var added = CustomAttributes.Read(text).Where(attribute => extension.FindAttribute(attribute.Name) is null);
        return new DirectorySchema(Common.Catalog.WithAttributes(ScimSchemaUris.HiBobUser, [.. added]));
    }
}
