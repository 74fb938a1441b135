namespace ScimBridge.HiBobSimulator.Api;

/// <summary>The people as one read sees them: as they are, or as they were when reads lag behind.</summary>
internal sealed class ReadView
{
    private readonly Company company;
    private readonly DateTimeOffset? asOf;

    public ReadView(Company company)
    {
        this.company = company;
        asOf = company.ReadLag > TimeSpan.Zero ? company.Clock.Now - company.ReadLag : null;
    }

    public IEnumerable<Person> People => asOf is { } instant
        ? company.People.Where(person => person.BornAt <= instant).Concat(company.RemovedAfter(instant)).Select(Seen)
        : company.People;

    public Person? Find(string id)
    {
        if (asOf is not { } instant)
        {
            return company.Find(id);
        }

        var person = company.Find(id) is { } present && present.BornAt <= instant
            ? present
            : company.RemovedAfter(instant).FirstOrDefault(removed => removed.Id == id);
        return person?.AsOf(instant);
    }

    public Person Seen(Person person) => asOf is { } instant ? person.AsOf(instant) : person;
}
