using ScimBridge.Storage.Records;

namespace ScimBridge.Admin.Api;

/// <summary>What a run read and did.</summary>
internal sealed record SyncCounts(
    int Read, int Created, int Updated, int Deactivated, int Reactivated, int Deleted, int Unchanged, int Rejected, int GroupsChanged,
    int MembersAdded, int MembersRemoved, int OutOfScope)
{
    /// <summary>The counts of a run.</summary>
    public static SyncCounts Of(SyncRunRecord run) => new(
        run.Read, run.Created, run.Updated, run.Deactivated, run.Reactivated, run.Deleted, run.Unchanged, run.Rejected, run.GroupsChanged,
        run.MembersAdded, run.MembersRemoved, run.OutOfScope);
}
