using System.Collections.Concurrent;
using System.Globalization;

namespace ScimBridge.HiBobSimulator;

/// <summary>The company that the simulator plays: its fields, lists, sites and people. Safe to read and change from any thread.</summary>
public sealed class Company
{
    private readonly Lock gate = new();
    private readonly ConcurrentDictionary<string, Person> byId = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, int> reports = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, NamedList> lists = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<long, Site> sites = new();
    private readonly List<Person> order = [];
    private Person[]? snapshot;
    private long nextId = 3_700_000_000_000_000_101;

    internal Company(SimulatorClock clock)
    {
        Clock = clock;
        Fields = new FieldCatalogue(StandardFields.Create());
        Known = new KnownFields(Fields);
        foreach (var field in Fields.All)
        {
            AddListOf(field);
        }

        StandardLists.AddTo(this);
    }

    /// <summary>HiBob's number for the company.</summary>
    public long CompanyId { get; init; } = 700_421;

    /// <summary>The company's clock, which moves people through their lifecycle.</summary>
    public SimulatorClock Clock { get; }

    /// <summary>The fields, custom ones included.</summary>
    public FieldCatalogue Fields { get; }

    /// <summary>The named lists in the order of their names.</summary>
    public IReadOnlyList<NamedList> Lists => [.. lists.Values.OrderBy(list => list.Name, StringComparer.Ordinal)];

    /// <summary>Everybody as of now, in the order in which they were added; later changes do not show in the returned list.</summary>
    public IReadOnlyList<Person> People
    {
        get
        {
            lock (gate)
            {
                return snapshot ??= [.. order];
            }
        }
    }

    internal KnownFields Known { get; }

    /// <summary>Finds a person by id.</summary>
    public Person? Find(string id) => byId.GetValueOrDefault(id);

    /// <summary>Finds the first person with the e-mail address, ignoring case.</summary>
    public Person? FindByEmail(string email) =>
        People.FirstOrDefault(person => string.Equals(person.Email, email, StringComparison.OrdinalIgnoreCase));

    /// <summary>Adds a person from field values; without <c>root.id</c> the next free id is taken.</summary>
    /// <exception cref="ArgumentException">A field is unknown, a value has the wrong type, or the id is taken.</exception>
    public Person Add(IReadOnlyDictionary<string, object?> fields)
    {
        var row = new object?[Fields.All.Count];
        var person = new Person(this, fields.TryGetValue("root.id", out var given) && given is string own ? own : NextId(), row);
        row[Known.Id.Ordinal] = person.Id;
        foreach (var (fieldId, value) in fields.Where(pair => pair.Key != "root.id"))
        {
            var field = Storage(fieldId);
            person.Store(field, FieldValues.Normalize(field, value));
        }

        Insert(person);
        return person;
    }

    /// <summary>Adds a person from pairs of field id and value.</summary>
    public Person Add(params (string FieldId, object? Value)[] fields) =>
        Add(fields.ToDictionary(pair => pair.FieldId, pair => pair.Value, StringComparer.Ordinal));

    /// <summary>Removes a person; whoever reports to them keeps the dangling reference, as in HiBob.</summary>
    public bool Remove(string id)
    {
        lock (gate)
        {
            if (!byId.TryRemove(id, out var person))
            {
                return false;
            }

            order.Remove(person);
            snapshot = null;
            Count(person.Text(Known.Manager), -1);
            return true;
        }
    }

    /// <summary>Removes everybody.</summary>
    public void Clear()
    {
        lock (gate)
        {
            order.Clear();
            byId.Clear();
            reports.Clear();
            snapshot = null;
        }
    }

    /// <summary>
    /// Sets one field of a person. The manager may be set through <c>work.manager</c> or <c>work.reportsTo</c>, as an id or a
    /// <see cref="Person"/>. Setting a field that HiBob computes, such as <c>internal.lifecycleStatus</c>, holds it there until
    /// <see cref="Follow"/>. List items are not checked, so odd values can be tried.
    /// </summary>
    /// <exception cref="KeyNotFoundException">There is no such person.</exception>
    /// <exception cref="ArgumentException">There is no such field, or the value has the wrong type.</exception>
    public void Update(string id, string fieldId, object? value)
    {
        var field = Storage(fieldId);
        if (field == Known.Id)
        {
            throw new ArgumentException("A person's id never changes.", nameof(fieldId));
        }

        var normal = FieldValues.Normalize(field, value);
        lock (gate)
        {
            var person = Require(id);
            if (field == Known.Manager)
            {
                Count(person.Text(field), -1);
                Count(normal as string, 1);
            }

            person.Store(field, normal);
        }
    }

    /// <summary>Lets a computed field of a person follow its source again.</summary>
    public void Follow(string id, string fieldId)
    {
        var field = Fields.Require(fieldId);
        lock (gate)
        {
            Require(id).Follow(field);
        }
    }

    /// <summary>Lets a person's lifecycle and access status follow the clock again.</summary>
    public void FollowClock(string id)
    {
        Follow(id, Known.LifecycleStatus.Id);
        Follow(id, Known.Status.Id);
    }

    /// <summary>Adds a tenant's field and, when it has one, its list.</summary>
    public void AddField(FieldDefinition field)
    {
        Fields.Add(field);
        AddListOf(field);
    }

    /// <summary>Adds an office and its item in the list <c>site</c>.</summary>
    public void AddSite(Site site)
    {
        List("site").Add(site.Id, site.Name, null);
        sites[site.Id] = site;
    }

    /// <summary>Finds an office by its id.</summary>
    public Site? FindSite(long id) => sites.GetValueOrDefault(id);

    /// <summary>Finds a named list; names are case-sensitive.</summary>
    public NamedList? FindList(string name) => lists.GetValueOrDefault(name);

    /// <summary>Adds an item to a list, at the top or below another item.</summary>
    public ListItem AddListItem(string list, object id, string name, object? parentId = null) => List(list).Add(id, name, parentId);

    /// <summary>Renames an item; its id stays.</summary>
    public void RenameListItem(string list, object id, string name) => List(list).Require(id).Rename(name);

    /// <summary>Archives an item or brings it back.</summary>
    public void ArchiveListItem(string list, object id, bool archived = true) => List(list).Require(id).Archive(archived);

    internal string? ItemName(string list, object id) => FindList(list)?.Find(id)?.Name;

    internal int CountReports(string managerId) => reports.GetValueOrDefault(managerId);

    internal object? Resolve(Person person, FieldDefinition field, string today) => field.Rule is { } rule && person.IsComputed(field.Ordinal)
        ? rule(new DerivedInput(this, person, today))
        : person.Stored(field.Ordinal);

    // What tests and the control endpoints see: references are ids, because objects have no equality to assert on.
    internal object? Plain(Person person, FieldDefinition field) => Resolve(person, field, Clock.TodayText) switch
    {
        Person other => other.Id,
        MissingPerson missing => missing.Id,
        PeriodValue period => period.Iso,
        var value => value,
    };

    internal FieldDefinition Storage(string fieldId)
    {
        var field = Fields.Require(fieldId);
        return field == Known.ReportsTo ? Known.Manager : field;
    }

    internal NamedList List(string name) => FindList(name) ?? throw new ArgumentException($"There is no list '{name}'.", nameof(name));

    // For the generator, which fills rows itself to spare 100,000 dictionaries.
    internal void Insert(Person person)
    {
        lock (gate)
        {
            if (!byId.TryAdd(person.Id, person))
            {
                throw new ArgumentException($"The id '{person.Id}' is taken.", nameof(person));
            }

            order.Add(person);
            snapshot = null;
            Count(person.Text(Known.Manager), 1);
        }
    }

    private Person Require(string id) => Find(id) ?? throw new KeyNotFoundException($"There is no person '{id}'.");

    private void AddListOf(FieldDefinition field)
    {
        if (field.ListId is { } name)
        {
            lists.TryAdd(name, new NamedList(name, field.Type == FieldType.ListId));
        }
    }

    private void Count(string? managerId, int change)
    {
        if (managerId is not null)
        {
            reports.AddOrUpdate(managerId, change, (_, count) => count + change);
        }
    }

    private string NextId()
    {
        string id;
        do
        {
            id = Interlocked.Increment(ref nextId).ToString(CultureInfo.InvariantCulture);
        }
        while (byId.ContainsKey(id));

        return id;
    }
}
