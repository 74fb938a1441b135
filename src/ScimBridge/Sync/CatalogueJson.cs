using System.Text.Json;
using ScimBridge.Employees;

namespace ScimBridge.Sync;

/// <summary>Lists of the HR system in the form in which they are kept, for planning again without a read.</summary>
internal static class CatalogueJson
{
    /// <summary>The lists of a read; those that it could not read are as <paramref name="known"/> has them.</summary>
    public static byte[] Write(EmployeeRead read, KeptLists known)
    {
        var unreadable = read.UnreadableCatalogues;
        var items = read.Catalogue.Concat(known.Items.Where(item => unreadable.Contains(item.Field)));
        var stillUnknown = unreadable.Where(field => known.Unreadable.Contains(field) || known.Items.All(item => item.Field != field));
        return JsonSerializer.SerializeToUtf8Bytes(new KeptLists([.. items], [.. stillUnknown.Order(StringComparer.Ordinal)]), JsonSerializerOptions.Web);
    }

    /// <summary>What <see cref="Write"/> wrote; nothing known for a directory that was never read.</summary>
    public static KeptLists Read(byte[]? lists) =>
        lists is null ? KeptLists.Nothing : JsonSerializer.Deserialize<KeptLists>(lists, JsonSerializerOptions.Web) ?? KeptLists.Nothing;
}
