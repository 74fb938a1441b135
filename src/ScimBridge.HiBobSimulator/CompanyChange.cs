namespace ScimBridge.HiBobSimulator;

/// <summary>Something that happened to a person, as HiBob's webhooks tell it.</summary>
internal sealed record CompanyChange(ChangeKind Kind, Person Person, string TriggeredBy, DateTimeOffset At)
{
    public IReadOnlyList<FieldChange> Fields { get; init; } = [];

    public string? Table { get; init; }

    public string? EffectiveDate { get; init; }
}
