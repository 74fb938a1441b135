using ScimBridge.Employees;
using ScimBridge.Storage;

namespace ScimBridge.Sync;

/// <summary>Gives people's fields: those just read, completed by last known values, or those stored, which say nothing of people who are to be forgotten.</summary>
internal sealed class PersonReader(
    EmployeeRead read, StoredDirectoryReader stored, DirectoryId directory, int version, IReadOnlySet<string> forgotten)
{
    /// <summary>How many people are worth asking the store for at once.</summary>
    public const int BatchSize = 500;

    /// <summary>The fields of these people in their order; each is one that the roster took in.</summary>
    public async Task<IReadOnlyList<EmployeeFields>> FieldsAsync(IReadOnlyList<RosterEntry> entries, CancellationToken cancellationToken)
    {
        var known = await StoredAsync(
            [.. entries.Where(entry => entry.ReadIndex == RosterEntry.FromStore || entry.NeedsLastKnown).Select(entry => entry.EmployeeId)],
            cancellationToken);
        return
        [
            .. entries.Select(entry => entry.ReadIndex == RosterEntry.FromStore
                ? known[entry.EmployeeId]
                : entry.NeedsLastKnown ? Complete(read.Read(entry.ReadIndex), known) : read.Read(entry.ReadIndex)),
        ];
    }

    /// <summary>The last known fields of these people; those who are not stored are left out.</summary>
    public async Task<IReadOnlyDictionary<string, EmployeeFields>> StoredAsync(
        IReadOnlyCollection<string> employeeIds, CancellationToken cancellationToken)
    {
        var known = await stored.SourcesAsync(directory, version, employeeIds, cancellationToken);
        return forgotten.Count == 0
            ? known
            : known.ToDictionary(person => person.Key, person => person.Value.Without(forgotten), StringComparer.Ordinal);
    }

    /// <summary>The fields, and for each that the read left unmentioned the last known value.</summary>
    public EmployeeFields Complete(EmployeeFields fields, IReadOnlyDictionary<string, EmployeeFields> known) =>
        known.TryGetValue(fields.EmployeeId, out var lastKnown) ? fields.WithLastKnown(lastKnown, read.RequestedFields) : fields;

    /// <summary>Whether the read left a requested field of the person unmentioned.</summary>
    public bool HasAbsent(EmployeeFields fields) => read.RequestedFields.Any(field => !fields.Values.ContainsKey(field));
}
