using System.Globalization;
using System.Text;
using System.Text.Json;

namespace ScimBridge.HiBob;

/// <summary>Gathers, while people go by, which fields anybody has, whose ids repeat, and which lists are needed for their names.</summary>
internal sealed class PersonObserver
{
    private const int MaxListFields = 64;

    private readonly int[] seen;
    private readonly int[] present;
    private readonly int[] lastSeen;
    private readonly int[] lastPresent;
    private readonly int[] listSlots;
    private readonly List<HiBobField> listFields = [];
    private readonly int idField;
    private readonly int lifecycleField;
    private readonly HashSet<long> numericIds = [];
    private readonly HashSet<string> otherIds = new(StringComparer.Ordinal);
    private string? oddId;
    private long? numericId;
    private FieldPlace idPlace;
    private int person = 1;
    private ulong digits;
    private ulong texts;
    private ulong nameless;

    /// <summary>Prepares for the people of one read.</summary>
    public PersonObserver(HiBobFieldPlan plan)
    {
        Plan = plan;
        seen = new int[plan.Fields.Count];
        present = new int[plan.Fields.Count];
        lastSeen = new int[plan.Fields.Count];
        lastPresent = new int[plan.Fields.Count];
        listSlots = new int[plan.Fields.Count];
        idField = plan.IndexOf(HiBobFieldIds.Id);
        lifecycleField = plan.IndexOf(HiBobFieldIds.LifecycleStatus);
        for (var index = 0; index < listSlots.Length; index++)
        {
            listSlots[index] = -1;
            if (plan.Fields[index] is { Kind: HiBobFieldKind.List, List: not null } field && listFields.Count < MaxListFields)
            {
                listSlots[index] = listFields.Count;
                listFields.Add(field);
            }
        }
    }

    /// <summary>What was asked for.</summary>
    public HiBobFieldPlan Plan { get; }

    /// <summary>How many people are in each state of employment.</summary>
    public LifecycleTally Lifecycle { get; } = new();

    /// <summary>How many different ids there were.</summary>
    public int DistinctIds => numericIds.Count + otherIds.Count;

    /// <summary>The fields that came with nobody.</summary>
    public IEnumerable<HiBobField> Unseen => Plan.Fields.Where((_, index) => seen[index] == 0);

    /// <summary>For how many people the field was mentioned, and how many of them have a value.</summary>
    public (int Seen, int Present) CountsOf(string fieldId) => Plan.IndexOf(fieldId) is var index and >= 0 ? (seen[index], present[index]) : (0, 0);

    /// <summary>The lists without which somebody's value would have no name.</summary>
    public IEnumerable<string> NeededLists =>
        listFields.Where((_, slot) => (nameless & (1UL << slot)) != 0).Select(named => named.List!).Distinct(StringComparer.Ordinal);

    /// <summary>A value of a requested field; the reader stands on its first token.</summary>
    public void Value(FieldNode node, ref Utf8JsonReader reader)
    {
        var slot = listSlots[node.Field];
        var bit = slot < 0 ? 0 : 1UL << slot;
        if (node.Field == lifecycleField)
        {
            Lifecycle.Value(node.Place, ref reader);
        }

        if (node.Place is FieldPlace.Text)
        {
            texts |= reader.TokenType is JsonTokenType.Null || reader is { TokenType: JsonTokenType.String, ValueSpan.Length: 0 } ? 0 : bit;
            return;
        }

        Count(seen, lastSeen, node.Field);
        if (reader is not ({ TokenType: JsonTokenType.Null or JsonTokenType.StartArray } or { TokenType: JsonTokenType.String, ValueSpan.Length: 0 }))
        {
            Count(present, lastPresent, node.Field);
        }

        if (bit != 0 && AllDigits(ref reader))
        {
            digits |= bit;
        }

        if (node.Field == idField && (!HasId || (node.Place < idPlace && reader.TokenType is not JsonTokenType.Null)))
        {
            TakeId(node.Place, ref reader);
        }
    }

    /// <summary>An array that was a value has an item, and so is not empty.</summary>
    /// <remarks>Display texts of several items are joined, so which name is whose is only sure by the list.</remarks>
    public void Item(FieldNode node)
    {
        if (node.Place is not FieldPlace.Text)
        {
            Count(present, lastPresent, node.Field);
            nameless |= listSlots[node.Field] is var slot and >= 0 ? 1UL << slot : 0;
        }
    }

    /// <summary>Whether somebody has the id.</summary>
    public bool Has(string id) => Number(Encoding.UTF8.GetBytes(id)) is { } number ? numericIds.Contains(number) : otherIds.Contains(id);

    /// <summary>Takes over what another one gathered from other people, except for their ids.</summary>
    public void Add(PersonObserver other)
    {
        for (var field = 0; field < seen.Length; field++)
        {
            seen[field] += other.seen[field];
            present[field] += other.present[field];
        }

        nameless |= other.nameless;
        Lifecycle.Add(other.Lifecycle);
    }

    /// <summary>Closes a person.</summary>
    /// <returns>Whether an earlier one has the same id.</returns>
    public bool EndOfPerson()
    {
        var duplicate = numericId is { } number ? !numericIds.Add(number) : oddId is not null && !otherIds.Add(oddId);
        Lifecycle.EndOfPerson(duplicate);
        person++;
        nameless |= digits & ~texts;
        (numericId, oddId, digits, texts) = (null, null, 0, 0);
        return duplicate;
    }

    // A value comes twice, nested and under its slash key, and counts once.
    private void Count(int[] counts, int[] last, int field)
    {
        if (last[field] != person)
        {
            last[field] = person;
            counts[field]++;
        }
    }

    private bool HasId => numericId is not null || oddId is not null;

    // Ids are digits that fit a long: as numbers, a hundred thousand of them need a few megabytes less. What would not print
    // as the same text again, such as leading zeros, stays text.
    private void TakeId(FieldPlace place, ref Utf8JsonReader reader)
    {
        (idPlace, numericId, oddId) = (place, null, null);
        if (reader.TokenType is not (JsonTokenType.String or JsonTokenType.Number))
        {
            return;
        }

        var span = reader.ValueSpan;
        numericId = Number(span);
        if (numericId is not null)
        {
            return;
        }

        // Only compared with itself, so escapes need not be undone; an escaped copy of an id is left to the store's own index.
        oddId = span.Length is > 0 and <= 200 ? Encoding.UTF8.GetString(span).Trim() : null;
    }

    private static long? Number(ReadOnlySpan<byte> id) =>
        id.Length is > 0 and < 20 && id[0] is >= (byte)'1' and <= (byte)'9'
            && long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    private static bool AllDigits(ref Utf8JsonReader reader) =>
        reader.TokenType is JsonTokenType.String or JsonTokenType.Number
        && reader.ValueSpan.Length > 0
        && !reader.ValueSpan.ContainsAnyExceptInRange((byte)'0', (byte)'9');
}
