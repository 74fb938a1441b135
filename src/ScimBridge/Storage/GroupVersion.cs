using ScimBridge.Storage.Reading;
using ScimBridge.Storage.Records;

namespace ScimBridge.Storage;

/// <summary>A group from one version of its directory on.</summary>
/// <param name="Group">The group as it was then.</param>
/// <param name="Before">The group as it was until then; null for the oldest form that is kept, and for a group that was not there.</param>
/// <param name="Joined">Who became a member then; empty where there is no form before, since everybody did.</param>
/// <param name="Left">Who ceased to be one then.</param>
internal sealed record GroupVersion(
    GroupRecord Group, GroupRecord? Before, IReadOnlyList<StoredMember> Joined, IReadOnlyList<StoredMember> Left);
