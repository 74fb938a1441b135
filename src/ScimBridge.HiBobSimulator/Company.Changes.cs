namespace ScimBridge.HiBobSimulator;

/// <content>Adding, changing and removing people.</content>
public sealed partial class Company
{
    /// <summary>Who changes people, by the id that webhooks name: an administrator who is not among the people.</summary>
    internal const string Administrator = "3700000000000000900";

    // Told of every change within the lock, so that it hears of changes in their order; it must only take note.
    internal Action<CompanyChange>? Listener { get; set; }

    /// <summary>Adds a person from field values; without <c>root.id</c> the next free id is taken.</summary>
    /// <exception cref="ArgumentException">A field is unknown, a value has the wrong type, or the id is taken.</exception>
    public Person Add(IReadOnlyDictionary<string, object?> fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        var row = new object?[Fields.All.Count];
        var person = new Person(
            this, fields.TryGetValue("root.id", out var given) && given is string own ? own : register.NextId(), row);
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
            if (register.Remove(id, person => person.Text(Known.Manager)) is not { } person)
            {
                return false;
            }

            if (ReadLag > TimeSpan.Zero)
            {
                register.Bury(person, Clock.Now, ReadLag);
            }

            Tell(ChangeKind.Deleted, person, Administrator);
            return true;
        }
    }

    /// <summary>Removes everybody, and what is scheduled for them; tells no webhook.</summary>
    public void Clear()
    {
        lock (gate)
        {
            register.Clear();
            calendar.Clear();
        }
    }

    /// <summary>
    /// Sets one field of a person. The manager may be set through <c>work.manager</c> or <c>work.reportsTo</c>, as an id or a
    /// <see cref="Person"/>. Setting a field that HiBob computes, such as <c>internal.lifecycleStatus</c>, holds it there until
    /// <see cref="Follow"/>. List items are not checked, so odd values can be tried.
    /// </summary>
    /// <exception cref="KeyNotFoundException">There is no such person.</exception>
    /// <exception cref="ArgumentException">There is no such field, or the value has the wrong type.</exception>
    public void Update(string id, string fieldId, object? value) => Update(id, (fieldId, value));

    /// <summary>Sets several fields of a person in one change, which webhooks tell as one.</summary>
    /// <exception cref="KeyNotFoundException">There is no such person.</exception>
    /// <exception cref="ArgumentException">There is no such field, or a value has the wrong type.</exception>
    public void Update(string id, params (string FieldId, object? Value)[] fields) => Apply(id, Checked(fields), Administrator);

    /// <summary>Lets a computed field of a person follow its source again.</summary>
    public void Follow(string id, string fieldId)
    {
        var field = Fields.Require(fieldId);
        lock (gate)
        {
            var person = Require(id);
            var before = Standing(person);
            person.Follow(field, Horizon());
            TellStanding(person, before, Administrator);
        }
    }

    /// <summary>Lets a person's lifecycle and access status follow the clock again.</summary>
    public void FollowClock(string id)
    {
        Follow(id, Known.LifecycleStatus.Id);
        Follow(id, Known.Status.Id);
    }

    // For the generator, which fills rows itself to spare 100,000 dictionaries.
    internal void Insert(Person person)
    {
        lock (gate)
        {
            register.Add(person, person.Text(Known.Manager));
            if (ReadLag > TimeSpan.Zero)
            {
                person.BornAt = Clock.Now;
            }

            Tell(ChangeKind.Created, person, Administrator);
        }
    }

    private (FieldDefinition Field, object? Value)[] Checked(IEnumerable<(string FieldId, object? Value)> fields) =>
    [
        .. fields.Select(pair =>
        {
            var field = Storage(pair.FieldId);
            return field == Known.Id
                ? throw new ArgumentException("A person's id never changes.", nameof(fields))
                : (field, FieldValues.Normalize(field, pair.Value));
        }),
    ];

    private void Apply(string id, (FieldDefinition Field, object? Value)[] changes, string triggeredBy)
    {
        lock (gate)
        {
            var person = Require(id);
            var before = Standing(person);
            var told = Listener is null ? null : Differences(person, changes);
            foreach (var (field, value) in changes)
            {
                if (field == Known.Manager)
                {
                    register.Count(person.Text(field), -1);
                    register.Count(value as string, 1);
                }
            }

            person.Store(changes, Horizon());
            if (told is { Count: > 0 })
            {
                TellUpdate(person, told, triggeredBy);
            }

            TellStanding(person, before, triggeredBy);
        }
    }

    // Since when a read may still show what was; null when reads do not lag.
    private (DateTimeOffset Now, DateTimeOffset Keep)? Horizon() =>
        ReadLag > TimeSpan.Zero ? (Clock.Now, Clock.Now - ReadLag) : null;
}
