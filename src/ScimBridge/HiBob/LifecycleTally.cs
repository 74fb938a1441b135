using System.Text;
using System.Text.Json;
using ScimBridge.Employees;

namespace ScimBridge.HiBob;

/// <summary>Counts, while people go by, how many are in each state of employment, without making texts of each person's.</summary>
internal sealed class LifecycleTally
{
    private const int None = -1;

    /// <summary>HiBob has six statuses and lets companies add some; beyond this many they are counted as one.</summary>
    private const int MaxTexts = 64;

    private readonly List<byte[]> texts = [];
    private readonly Dictionary<(int Machine, int Display), int> counts = [];
    private int machine = None;
    private int display = None;
    private FieldPlace machinePlace;

    /// <summary>A value of the lifecycle status; the reader stands on it.</summary>
    public void Value(FieldPlace place, ref Utf8JsonReader reader)
    {
        if (reader.TokenType is not (JsonTokenType.String or JsonTokenType.Number))
        {
            return;
        }

        if (place is FieldPlace.Text)
        {
            display = IndexOf(ref reader);
        }
        else if (machine == None || place < machinePlace)
        {
            (machine, machinePlace) = (IndexOf(ref reader), place);
        }
    }

    /// <summary>Closes a person, counting one that is not a repetition.</summary>
    public void EndOfPerson(bool duplicate)
    {
        if (!duplicate)
        {
            counts[(machine, display)] = counts.GetValueOrDefault((machine, display)) + 1;
        }

        (machine, display) = (None, None);
    }

    /// <summary>Takes over what another one counted.</summary>
    public void Add(LifecycleTally other)
    {
        foreach (var ((otherMachine, otherDisplay), count) in other.counts)
        {
            var key = (Own(other, otherMachine), Own(other, otherDisplay));
            counts[key] = counts.GetValueOrDefault(key) + count;
        }
    }

    /// <summary>The counts by the words that <see cref="EmployeeRead.LifecycleCounts"/> documents.</summary>
    /// <param name="list">The list of statuses, when it was read.</param>
    public IReadOnlyDictionary<string, int> Counts(HiBobNamedList? list)
    {
        var byWord = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var ((machineIndex, displayIndex), count) in counts)
        {
            var raw = Text(machineIndex);
            var shown = Text(displayIndex) ?? (raw is null ? null : list?.NameOf(raw));
            var word = HiBobLifecycle.Word(raw is null ? null : HiBobLifecycle.Find(raw, shown));
            byWord[word] = byWord.GetValueOrDefault(word) + count;
        }

        return byWord;
    }

    private int IndexOf(ref Utf8JsonReader reader) =>
        IndexOf(reader.ValueIsEscaped ? Encoding.UTF8.GetBytes(reader.GetString()!) : reader.ValueSpan);

    private int IndexOf(ReadOnlySpan<byte> utf8)
    {
        for (var index = 0; index < texts.Count; index++)
        {
            if (utf8.SequenceEqual(texts[index]))
            {
                return index;
            }
        }

        if (utf8.IsEmpty || texts.Count == MaxTexts)
        {
            return None;
        }

        texts.Add(utf8.ToArray());
        return texts.Count - 1;
    }

    private int Own(LifecycleTally other, int index) => index == None ? None : IndexOf(other.texts[index]);

    private string? Text(int index) => index == None ? null : Encoding.UTF8.GetString(texts[index]);
}
