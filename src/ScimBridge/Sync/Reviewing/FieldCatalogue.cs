using System.Text.Json;
using ScimBridge.Employees;
using ScimBridge.Storage;
using ScimBridge.Storage.Records;

namespace ScimBridge.Sync.Reviewing;

/// <summary>The fields that a directory's HR system has, read again only when they are older than whoever asks wants them.</summary>
internal sealed class FieldCatalogue(SyncSource source, HrCatalogueStore store, TimeProvider time)
{
    /// <summary>The age up to which fields will usually do.</summary>
    public static readonly TimeSpan Usual = TimeSpan.FromHours(1);

    /// <summary>The age up to which they will do for somebody who misses one.</summary>
    public static readonly TimeSpan Fresh = TimeSpan.FromSeconds(30);

    /// <summary>The fields; those read before when the HR system can't be asked now, and null when it never could be.</summary>
    public async Task<IReadOnlyList<FieldInfo>?> OfAsync(DirectoryRecord directory, TimeSpan oldest, CancellationToken cancellationToken)
    {
        var id = new DirectoryId(directory.Id);
        var kept = await store.FindAsync(id, cancellationToken);
        if (kept is { Fields: { } fresh, FieldsAt: { } at } && time.GetUtcNow() - at < oldest)
        {
            return Read(fresh);
        }

        try
        {
            var fields = await source.ReadFieldsAsync(directory, cancellationToken);
            await store.SaveFieldsAsync(id, JsonSerializer.SerializeToUtf8Bytes(fields, JsonSerializerOptions.Web), cancellationToken);
            return fields;
        }
        catch (EmployeeSourceException)
        {
            return kept?.Fields is { } old ? Read(old) : null;
        }
    }

    private static List<FieldInfo>? Read(byte[] json) => JsonSerializer.Deserialize<List<FieldInfo>>(json, JsonSerializerOptions.Web);
}
