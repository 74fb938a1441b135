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
        if (node.Place is FieldPlace.Text)
        {
            texts |= reader.TokenType is JsonTokenType.Null || reader is { TokenType: JsonTokenType.String, ValueSpan.Length: 0 } ? 0 : bit;
            return;
        }

        Count(seen, lastSeen, node.Field);
        if (reader is not ({ TokenType: JsonTokenType.Null } or { TokenType: JsonTokenType.String, ValueSpan.Length: 0 }))
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

    /// <summary>Closes a person.</summary>
    /// <returns>Whether an earlier one has the same id.</returns>
    public bool EndOfPerson()
    {
        var duplicate = numericId is { } number ? !numericIds.Add(number) : oddId is not null && !otherIds.Add(oddId);
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
        if (span.Length is > 0 and < 20 && span[0] != (byte)'0' && AllDigits(ref reader)
            && long.TryParse(span, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            numericId = number;
            return;
        }

        // Only compared with itself, so escapes need not be undone; an escaped copy of an id is left to the store's own index.
        oddId = span.Length is > 0 and <= 200 ? Encoding.UTF8.GetString(span).Trim() : null;
    }

    private static bool AllDigits(ref Utf8JsonReader reader) =>
        reader.TokenType is JsonTokenType.String or JsonTokenType.Number
        && reader.ValueSpan.Length > 0
        && !reader.ValueSpan.ContainsAnyExceptInRange((byte)'0', (byte)'9');
}
