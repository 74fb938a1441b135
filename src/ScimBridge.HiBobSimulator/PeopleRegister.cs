using System.Collections.Concurrent;
using System.Globalization;

namespace ScimBridge.HiBobSimulator;

/// <summary>Who is in the company, in the order in which they came, and who reports to whom. The owner locks around changes.</summary>
internal sealed class PeopleRegister
{
    private readonly ConcurrentDictionary<string, Person> byId = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, int> reports = new(StringComparer.Ordinal);
    private readonly List<Person> order = [];
    private readonly List<(Person Person, DateTimeOffset At)> removed = [];
    private Person[]? snapshot;
    private long nextId = 3_700_000_000_000_000_101;

    public IReadOnlyList<Person> All => snapshot ??= [.. order];

    public Person? Find(string id) => byId.GetValueOrDefault(id);

    public int CountReports(string managerId) => reports.GetValueOrDefault(managerId);

    public void Add(Person person, string? managerId)
    {
        if (!byId.TryAdd(person.Id, person))
        {
            throw new ArgumentException($"The id '{person.Id}' is taken.", nameof(person));
        }

        // The id of somebody who was removed is never given out again.
        if (long.TryParse(person.Id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > nextId)
        {
            nextId = number;
        }

        order.Add(person);
        snapshot = null;
        Count(managerId, 1);
    }

    public Person? Remove(string id, Func<Person, string?> managerOf)
    {
        if (!byId.TryRemove(id, out var person))
        {
            return null;
        }

        order.Remove(person);
        snapshot = null;
        Count(managerOf(person), -1);
        return person;
    }

    public void Clear()
    {
        order.Clear();
        byId.Clear();
        reports.Clear();
        removed.Clear();
        snapshot = null;
    }

    /// <summary>Keeps somebody who was removed for reads that lag behind, and forgets those whom no such read can see.</summary>
    public void Bury(Person person, DateTimeOffset now, TimeSpan lag)
    {
        removed.RemoveAll(entry => entry.At <= now - lag);
        removed.Add((person, now));
    }

    public Person[] RemovedAfter(DateTimeOffset instant) => [.. removed.Where(entry => entry.At > instant).Select(entry => entry.Person)];

    public void Count(string? managerId, int change)
    {
        if (managerId is not null)
        {
            reports.AddOrUpdate(managerId, change, (_, count) => count + change);
        }
    }

    public string NextId()
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
