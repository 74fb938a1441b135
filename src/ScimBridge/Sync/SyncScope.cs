using ScimBridge.Mapping;
using ScimBridge.Storage;

namespace ScimBridge.Sync;

/// <summary>What a run works on: the directory as it was when the run took the lease, and the moment.</summary>
internal sealed record SyncScope
{
    /// <summary>The directory.</summary>
    public required DirectoryId Directory { get; init; }

    /// <summary>The directory's key, from which ids are made.</summary>
    public required string DirectoryKey { get; init; }

    /// <summary>Whether home addresses are served.</summary>
    public required bool IncludeHomeAddress { get; init; }

    /// <summary>The directory's rules.</summary>
    public required DirectoryMapping Mapping { get; init; }

    /// <summary>People who are to be forgotten, whatever is read or stored of them.</summary>
    public IReadOnlySet<string> Forgotten { get; init; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>How long a person whom the HR system no longer returns is kept; null for ever.</summary>
    public required TimeSpan? KeepMissingFor { get; init; }

    /// <summary>The moment of the run.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>What the published version adds to our extension; null for nothing.</summary>
    public required string? CustomAttributes { get; init; }

    /// <summary>The users of the published version, by the HR system's id.</summary>
    public required IReadOnlyDictionary<string, StoredUser> Users { get; init; }

    /// <summary>The groups of the published version, by SCIM id.</summary>
    public required IReadOnlyDictionary<string, StoredGroup> Groups { get; init; }

    /// <summary>The scope of a plan.</summary>
    /// <param name="basis">What to plan against.</param>
    /// <param name="stored">What is stored.</param>
    /// <param name="forgotten">People who are to be forgotten.</param>
    /// <param name="only">The only people whom the directory is to have; null for all.</param>
    /// <param name="cancellationToken">Stops loading.</param>
    public static async Task<SyncScope> LoadAsync(
        PlanBasis basis, StoredDirectoryReader stored, IReadOnlySet<string> forgotten, IReadOnlyCollection<string>? only, CancellationToken cancellationToken) => new()
        {
            Directory = basis.Id,
            DirectoryKey = basis.Directory.Key,
            IncludeHomeAddress = basis.Directory.IncludeHomeAddress,
            Mapping = basis.Mapping,
            KeepMissingFor = basis.Directory.DeleteMissingAfterDays is var days and > 0 ? TimeSpan.FromDays(days) : null,
            Now = basis.Now,
            Forgotten = forgotten,
            CustomAttributes = await stored.CustomAttributesAsync(basis.Id, basis.Directory.Version, cancellationToken),
            Users = await stored.UsersAsync(basis.Id, only, cancellationToken),
            Groups = await stored.GroupsAsync(basis.Id, cancellationToken),
        };
}
