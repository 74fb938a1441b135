namespace ScimBridge.HiBobSimulator.Life;

/// <summary>How lively a company is.</summary>
public sealed record CompanyLifeOptions
{
    /// <summary>How many things happen in a hundred steps.</summary>
    public int PerHundredSteps { get; init; } = 60;

    /// <summary>How often each kind happens beside the others; a kind that is left out never happens.</summary>
    public IReadOnlyDictionary<HappeningKind, int> Weights { get; init; } = new Dictionary<HappeningKind, int>
    {
        [HappeningKind.Hired] = 10,
        [HappeningKind.Moved] = 10,
        [HappeningKind.Relocated] = 8,
        [HappeningKind.NewManager] = 10,
        [HappeningKind.NewTitle] = 10,
        [HappeningKind.MoveScheduled] = 6,
        [HappeningKind.Resigned] = 8,
        [HappeningKind.Rehired] = 2,
        [HappeningKind.Renamed] = 6,
        [HappeningKind.NewEmail] = 5,
        [HappeningKind.NewPhone] = 10,
        [HappeningKind.OnLeave] = 6,
        [HappeningKind.ItemRenamed] = 3,
        [HappeningKind.ItemAdded] = 2,
        [HappeningKind.ItemArchived] = 2,
    };
}
