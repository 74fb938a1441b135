namespace ScimBridge.HiBobSimulator;

/// <summary>The company that the simulator plays: its fields, lists, sites and people. Safe to read and change from any thread.</summary>
public sealed partial class Company
{
    private readonly Lock gate = new();
    private readonly PeopleRegister register = new();
    private readonly CompanyLists lists = new();

    internal Company(SimulatorClock clock)
    {
        Clock = clock;
        calendar = new CompanyCalendar(clock.Today);
        Fields = new FieldCatalogue(StandardFields.Create());
        Known = new KnownFields(Fields);
        foreach (var field in Fields.All)
        {
            lists.EnsureFor(field);
        }

        StandardLists.AddTo(this);
        clock.Moved += CatchUp;
    }

    /// <summary>HiBob's number for the company.</summary>
    public long CompanyId { get; init; } = 700_421;

    /// <summary>The company's clock, which moves people through their lifecycle.</summary>
    public SimulatorClock Clock { get; }

    /// <summary>The fields, custom ones included.</summary>
    public FieldCatalogue Fields { get; }

    /// <summary>The named lists in the order of their names.</summary>
    public IReadOnlyList<NamedList> Lists => lists.All;

    /// <summary>Everybody as of now, in the order in which they were added; later changes do not show in the returned list.</summary>
    public IReadOnlyList<Person> People
    {
        get
        {
            lock (gate)
            {
                return register.All;
            }
        }
    }

    /// <summary>
    /// How long HiBob's reads go on showing a person as they were before a change, by the company's clock; zero, as observed, shows changes
    /// at once. HiBob's documentation warns of up to 20 seconds. Lists and what HiBob counts, such as direct reports, never lag.
    /// </summary>
    public TimeSpan ReadLag { get; set; }

    /// <summary>Whether people on garden leave keep their access to Bob, which the documentation leaves open.</summary>
    public bool GardenLeaveKeepsAccess { get; set; }

    internal KnownFields Known { get; }

    /// <summary>Finds a person by id.</summary>
    public Person? Find(string id) => register.Find(id);

    /// <summary>Finds the first person with the e-mail address, ignoring case.</summary>
    public Person? FindByEmail(string email) =>
        People.FirstOrDefault(person => string.Equals(person.Email, email, StringComparison.OrdinalIgnoreCase));

    /// <summary>Adds a tenant's field and, when it has one, its list.</summary>
    public void AddField(FieldDefinition field)
    {
        ArgumentNullException.ThrowIfNull(field);
        Fields.Add(field);
        lists.EnsureFor(field);
    }

    /// <summary>Adds an empty list of the tenant's; does nothing when there is one of the name already.</summary>
    public NamedList AddList(string name, bool integerIds = false) => lists.Ensure(name, integerIds);

    /// <summary>Adds an office and its item in the list <c>site</c>.</summary>
    public void AddSite(Site site) => lists.AddSite(site);

    /// <summary>Finds an office by its id.</summary>
    public Site? FindSite(long id) => lists.FindSite(id);

    /// <summary>Finds a named list; names are case-sensitive.</summary>
    public NamedList? FindList(string name) => lists.Find(name);

    /// <summary>Adds an item to a list, at the top or below another item.</summary>
    public ListItem AddListItem(string list, object id, string name, object? parentId = null) => List(list).Add(id, name, parentId);

    /// <summary>Renames an item; its id stays.</summary>
    public void RenameListItem(string list, object id, string name) => List(list).Require(id).Rename(name);

    /// <summary>Archives an item or brings it back.</summary>
    public void ArchiveListItem(string list, object id, bool archived = true) => List(list).Require(id).Archive(archived);

    internal string? ItemName(string list, object id) => FindList(list)?.Find(id)?.Name;

    internal int CountReports(string managerId) => register.CountReports(managerId);

    internal object? Resolve(Person person, FieldDefinition field, string today) => field.Rule is { } rule && person.IsComputed(field.Ordinal)
        ? rule(new DerivedInput(this, person, today))
        : person.Stored(field.Ordinal);

    // What tests and the control endpoints see: references are ids, because objects have no equality to assert on.
    internal object? Plain(Person person, FieldDefinition field)
    {
        CatchUp();
        return Resolve(person, field, Clock.TodayText) switch
        {
            Person other => other.Id,
            MissingPerson missing => missing.Id,
            PeriodValue period => period.Iso,
            var value => value,
        };
    }

    internal FieldDefinition Storage(string fieldId)
    {
        var field = Fields.Require(fieldId);
        return field == Known.ReportsTo ? Known.Manager : field;
    }

    internal NamedList List(string name) => lists.Require(name);

    internal Person[] RemovedAfter(DateTimeOffset instant)
    {
        lock (gate)
        {
            return register.RemovedAfter(instant);
        }
    }

    private Person Require(string id) => Find(id) ?? throw new KeyNotFoundException($"There is no person '{id}'.");
}
