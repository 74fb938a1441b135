namespace ScimBridge.HiBobSimulator;

/// <content>What webhooks are told.</content>
public sealed partial class Company
{
    private static readonly string[] TableFields = ["work.", "payroll.employment.", "address.", "internal."];

    // Whether somebody is here to stay for the day, and whether they may use Bob; what is not being listened to is not worked out.
    private (string? Lifecycle, bool HasAccess) Standing(Person person) => Listener is null ? default : Standing(person, Clock.TodayText);

    private (string? Lifecycle, bool HasAccess) Standing(Person person, string day) =>
    (
        LifecycleStatuses.Normalize(Resolve(person, Known.LifecycleStatus, day) as string),
        string.Equals(Resolve(person, Known.Status, day) as string, DerivedValues.Active, StringComparison.OrdinalIgnoreCase));

    // HiBob tells of what was changed on purpose, not of what follows from it.
    private List<FieldChange> Differences(Person person, (FieldDefinition Field, object? Value)[] changes) =>
    [
        .. changes
            .Where(change => !change.Field.Hidden)
            .Select(change => new FieldChange(
                (change.Field == Known.Manager ? Known.ReportsTo : change.Field).Id, person.Stored(change.Field.Ordinal), change.Value))
            .Where(change => !FieldValues.AreEqual(change.Old, change.New)),
    ];

    private void TellUpdate(Person person, List<FieldChange> fields, string triggeredBy)
    {
        Tell(new CompanyChange(ChangeKind.Updated, person, triggeredBy, Clock.Now) { Fields = fields });

        // A row that came due was told of when it was made.
        if (triggeredBy != "system")
        {
            TellEntries(person, fields.Select(change => change.FieldId), ChangeKind.EntryCreated, Clock.Today);
        }
    }

    private void TellEntries(Person person, IEnumerable<string> fieldIds, ChangeKind kind, DateOnly effectiveDate)
    {
        if (Listener is null)
        {
            return;
        }

        var tables = fieldIds
            .Where(id => Fields.TryGet(id, out var field) && field.Historical)
            .Select(id => TableFields.FirstOrDefault(prefix => id.StartsWith(prefix, StringComparison.Ordinal)))
            .OfType<string>()
            .Distinct(StringComparer.Ordinal);
        foreach (var prefix in tables)
        {
            Tell(new CompanyChange(kind, person, Administrator, Clock.Now)
            {
                Table = prefix switch
                {
                    "payroll.employment." => "employment",
                    "internal." => "lifecycle",
                    _ => prefix[..^1],
                },
                EffectiveDate = SimulatorClock.Text(effectiveDate),
            });
        }
    }

    private void TellStanding(Person person, (string? Lifecycle, bool HasAccess) before, string triggeredBy)
    {
        if (Listener is not null)
        {
            TellStanding(person, before, Standing(person), triggeredBy);
        }
    }

    private void TellStanding(
        Person person, (string? Lifecycle, bool HasAccess) before, (string? Lifecycle, bool HasAccess) after, string triggeredBy)
    {
        var (wasHere, isHere) = (IsHere(before.Lifecycle), IsHere(after.Lifecycle));
        if (!wasHere && isHere)
        {
            Tell(ChangeKind.Joined, person, triggeredBy);
        }
        else if (!HasLeft(before.Lifecycle) && HasLeft(after.Lifecycle))
        {
            Tell(ChangeKind.Left, person, triggeredBy);
        }

        if (before.HasAccess != after.HasAccess)
        {
            Tell(after.HasAccess ? ChangeKind.Activated : ChangeKind.Inactivated, person, triggeredBy);
        }
    }

    private static bool HasLeft(string? lifecycle) => lifecycle is LifecycleStatuses.GardenLeave or LifecycleStatuses.Terminated;

    private static bool IsHere(string? lifecycle) => !HasLeft(lifecycle) && lifecycle is not LifecycleStatuses.Hired;

    private void Tell(ChangeKind kind, Person person, string triggeredBy) =>
        Listener?.Invoke(new CompanyChange(kind, person, triggeredBy, Clock.Now));

    private void Tell(CompanyChange change) => Listener?.Invoke(change);
}
