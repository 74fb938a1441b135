using System.Text.Json;
using ScimBridge.Storage.Records;

namespace ScimBridge.Admin.Api;

/// <summary>One change of a plan.</summary>
/// <param name="Id">Its number, after which the next page begins.</param>
/// <param name="Kind"><c>created</c>, <c>updated</c>, <c>deactivated</c>, <c>reactivated</c>, <c>deleted</c>, <c>member_added</c> or <c>member_removed</c>.</param>
/// <param name="ResourceType"><c>User</c> or <c>Group</c>.</param>
/// <param name="ResourceId">The SCIM id.</param>
/// <param name="ExternalId">The identifier in the HR system.</param>
/// <param name="DisplayName">What people call it.</param>
/// <param name="MemberId">Of a membership, the user.</param>
/// <param name="Reason">Why: who is active and why, as a code.</param>
/// <param name="Attributes">What changes attribute by attribute, old and new.</param>
internal sealed record PlanChangeView(
    long Id, string Kind, string ResourceType, string ResourceId, string ExternalId, string? DisplayName, string? MemberId, string? Reason, JsonElement? Attributes)
{
    /// <summary>The change as the API shows it.</summary>
    public static PlanChangeView Of(PlanChangeRecord change) => new(
        change.RowId,
        AdminApi.Word(change.Kind),
        change.ResourceType,
        change.ResourceId,
        change.ExternalId,
        change.DisplayName,
        change.MemberId,
        change.Reason,
        change.Attributes is null ? null : JsonElement.Parse(change.Attributes));
}
