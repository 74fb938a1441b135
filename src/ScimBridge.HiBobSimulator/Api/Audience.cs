namespace ScimBridge.HiBobSimulator.Api;

/// <summary>Whom one request may see: the service user's audience, and people without access to Bob only when asked for.</summary>
internal sealed class Audience
{
    private readonly Company company;
    private readonly HashSet<string>? statuses;
    private readonly IReadOnlySet<string>? ids;
    private readonly bool showInactive;
    private readonly bool empty;
    private readonly string today;

    public Audience(Company company, SimulatorPermissions permissions, bool showInactive, bool empty)
    {
        this.company = company;
        this.showInactive = showInactive;
        this.empty = empty;
        today = company.Clock.TodayText;
        ids = permissions.AudienceIds;
        statuses = permissions.AudienceStatuses?.Select(LifecycleStatuses.Normalize).ToHashSet(StringComparer.Ordinal);
    }

    public bool Includes(Person person)
    {
        if (empty || ids?.Contains(person.Id) == false)
        {
            return false;
        }

        if (statuses?.Contains(LifecycleStatuses.Normalize(company.Resolve(person, company.Known.LifecycleStatus, today) as string)) == false)
        {
            return false;
        }

        return showInactive || IsActive(person);
    }

    private bool IsActive(Person person) =>
        string.Equals(company.Resolve(person, company.Known.Status, today) as string, DerivedValues.Active, StringComparison.OrdinalIgnoreCase);
}
