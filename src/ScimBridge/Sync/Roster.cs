using ScimBridge.Employees;

namespace ScimBridge.Sync;

/// <summary>Everybody a sync has to do with.</summary>
/// <param name="Entries">Those who are or stay users, those read first, by the HR system's id.</param>
/// <param name="Expired">Users who go: the HR system has not returned them, or they have been outside the scope, for longer than the directory keeps them.</param>
/// <param name="Issues">Who was rejected, and what else was odd.</param>
/// <param name="Rejected">How many people were rejected.</param>
/// <param name="OutOfScope">How many people who were read are no active users, because the directory's rules leave them out.</param>
internal sealed record Roster(
    IReadOnlyDictionary<string, RosterEntry> Entries,
    IReadOnlyList<DeletedUser> Expired,
    IReadOnlyList<SourceIssue> Issues,
    int Rejected,
    int OutOfScope);
