using ScimBridge.Employees;
using ScimBridge.Storage;

namespace ScimBridge.Sync;

/// <summary>Everybody a sync has to do with.</summary>
/// <param name="Entries">Those who are or stay users, those read first, by the HR system's id.</param>
/// <param name="Expired">Users whom the HR system has not returned for longer than the directory keeps them.</param>
/// <param name="Issues">Who was rejected, and what else was odd.</param>
/// <param name="Rejected">How many people were rejected.</param>
internal sealed record Roster(
    IReadOnlyDictionary<string, RosterEntry> Entries,
    IReadOnlyList<StoredUser> Expired,
    IReadOnlyList<SourceIssue> Issues,
    int Rejected);
