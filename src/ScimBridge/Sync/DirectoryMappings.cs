using ScimBridge.Employees;
using ScimBridge.Mapping;
using ScimBridge.Storage;
using ScimBridge.Storage.Records;

namespace ScimBridge.Sync;

/// <summary>Makes directories' rules ready to be applied.</summary>
internal sealed class DirectoryMappings(IEmployeeSource source, UserMapper mapper, RulesStore store)
{
    /// <summary>The rules in force.</summary>
    public async Task<DirectoryMapping> OfAsync(DirectoryRecord directory, CancellationToken cancellationToken)
    {
        var saved = await store.FindAsync(new DirectoryId(directory.Id), directory.RulesRevision, cancellationToken);
        return Of(directory.Key, saved is null ? DirectoryRules.Default : DirectoryRulesJson.Read(saved.Json));
    }

    /// <summary>Rules that may come into force.</summary>
    public DirectoryMapping Of(string directoryKey, DirectoryRules rules) => DirectoryMapping.Compile(directoryKey, rules, source, mapper);
}
