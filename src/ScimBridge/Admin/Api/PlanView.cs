using System.Text.Json;
using ScimBridge.Storage.Records;

namespace ScimBridge.Admin.Api;

/// <summary>A plan as the admin API shows it.</summary>
internal sealed record PlanView
{
    /// <summary>The id, which is also that of the run that made it.</summary>
    public required Guid Id { get; init; }

    /// <summary><c>dry_run</c>, <c>held</c>, <c>approved</c>, <c>applied</c>, <c>rejected</c>, <c>replaced</c> or <c>failed</c>.</summary>
    public required string State { get; init; }

    public required DateTime At { get; init; }

    /// <summary>The version that it was made against.</summary>
    public required int BaseVersion { get; init; }

    /// <summary>The version that it goes back to; null for one made of a read.</summary>
    public required int? RollbackTo { get; init; }

    public required int Changes { get; init; }

    /// <summary>How many changes of each kind; only where one plan is asked for.</summary>
    public required IReadOnlyDictionary<string, int>? Counts { get; init; }

    /// <summary>Why it is held: codes with words and figures.</summary>
    public required JsonElement? Objections { get; init; }

    public required string? DecidedBy { get; init; }

    public required DateTime? DecidedAt { get; init; }

    public required string? Note { get; init; }

    /// <summary>The plan as the API shows it.</summary>
    public static PlanView Of(PlanRecord plan, IReadOnlyDictionary<PlanChangeKind, int>? counts) => new()
    {
        Id = plan.RunId,
        State = AdminApi.Word(plan.State),
        At = plan.At.UtcDateTime,
        BaseVersion = plan.BaseVersion,
        RollbackTo = plan.RollbackTo,
        Changes = plan.Changes,
        Counts = counts?.ToDictionary(pair => AdminApi.Word(pair.Key), pair => pair.Value, StringComparer.Ordinal),
        Objections = plan.Objections is null ? null : JsonElement.Parse(plan.Objections),
        DecidedBy = plan.DecidedBy,
        DecidedAt = plan.DecidedAt?.UtcDateTime,
        Note = plan.DecisionNote,
    };
}
