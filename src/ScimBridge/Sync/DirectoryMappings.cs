using ScimBridge.Employees;
using ScimBridge.Mapping;
using ScimBridge.Storage;
using ScimBridge.Storage.Records;

namespace ScimBridge.Sync;

/// <summary>Makes directories' rules ready to be applied.</summary>
internal sealed class DirectoryMappings(IEmployeeSource source, UserMapper mapper, RulesStore store)
{
    /// <summary>The rules of a revision.</summary>
    public async Task<DirectoryMapping> OfAsync(DirectoryRecord directory, int revision, CancellationToken cancellationToken)
    {
        var saved = await store.FindAsync(new DirectoryId(directory.Id), revision, cancellationToken);
        return Of(directory.Key, saved is null ? DirectoryRules.Default : DirectoryRulesJson.Read(saved.Json));
    }

    /// <summary>The fields and lists that rules need and that <paramref name="applied"/>, by which everybody was read, did not: nothing is stored of them yet.</summary>
    public IReadOnlyList<string> Unread(DirectoryMapping wanted, DirectoryMapping applied) =>
    [
        .. wanted.ReadRequest.Fields.Except(applied.ReadRequest.Fields).Except(source.DefaultSources.SelectMany(always => always.Fields))
            .Union(wanted.ReadRequest.CatalogueFields.Except(applied.ReadRequest.CatalogueFields)),
    ];

    /// <summary>Rules that may come into force.</summary>
    public DirectoryMapping Of(string directoryKey, DirectoryRules rules) => DirectoryMapping.Compile(directoryKey, rules, source, mapper);
}
