using System.Runtime.CompilerServices;
using ScimBridge.Storage.Records;

namespace ScimBridge.Sync;

/// <summary>What a held plan was made of, so that it can be made again exactly.</summary>
internal static class PlanInput
{
    /// <summary>The people who make the plan differ from what is stored: those who change, with their fields, and those newly missing, without.</summary>
    public static async IAsyncEnumerable<PlanPersonRecord> PeopleAsync(
        SyncWork work, PreparedPlan prepared, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var changed = prepared.Plan.Users.Select(change => change.Entry)
            .Where(entry => entry.ReadIndex != RosterEntry.FromStore || entry.MissingSince != entry.Stored?.MissingSince);
        foreach (var batch in changed.Chunk(PersonReader.BatchSize))
        {
            var fields = await prepared.People.FieldsAsync(batch, cancellationToken);
            foreach (var (entry, person) in batch.Zip(fields))
            {
                yield return new PlanPersonRecord
                {
                    RunId = work.Run.Id,
                    DirectoryId = work.Id.Value,
                    EmployeeId = entry.EmployeeId,
                    Source = entry.ReadIndex == RosterEntry.FromStore ? null : person.ToUtf8Json(),
                };
            }
        }
    }
}
