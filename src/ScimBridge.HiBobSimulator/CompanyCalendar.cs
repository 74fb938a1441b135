namespace ScimBridge.HiBobSimulator;

/// <summary>The rows that are dated ahead, and the day up to which the company has lived. The owner locks around it.</summary>
internal sealed class CompanyCalendar(DateOnly today)
{
    private readonly List<ScheduledChange> rows = [];
    private long nextRow = 5_000;
    private int nextDue = int.MaxValue;

    public DateOnly Day { get; private set; } = today;

    public IReadOnlyList<ScheduledChange> Rows => [.. rows];

    /// <summary>Whether the day has changed, or a row waits that is due; may be asked without the lock.</summary>
    public bool IsBehind(DateOnly day) => day != Day || Volatile.Read(ref nextDue) <= day.DayNumber;

    /// <summary>Adds a row, or changes the one that the person has on that day already.</summary>
    public (ScheduledChange Row, bool IsNew) Set(string personId, DateOnly effectiveDate, IReadOnlyDictionary<string, object?> fields)
    {
        var index = rows.FindIndex(row => row.PersonId == personId && row.EffectiveDate == effectiveDate);
        if (index < 0)
        {
            rows.Add(new ScheduledChange(nextRow++, personId, effectiveDate, fields));
            Note();
            return (rows[^1], true);
        }

        var merged = new Dictionary<string, object?>(rows[index].Fields, StringComparer.Ordinal);
        foreach (var (fieldId, value) in fields)
        {
            merged[fieldId] = value;
        }

        rows[index] = rows[index] with { Fields = merged };
        return (rows[index], false);
    }

    public bool Remove(long rowId)
    {
        var isRemoved = rows.RemoveAll(row => row.Id == rowId) > 0;
        Note();
        return isRemoved;
    }

    public void Clear()
    {
        rows.Clear();
        Note();
    }

    /// <summary>Takes out the rows that are due, oldest day first, and remembers the day.</summary>
    public ScheduledChange[] Take(DateOnly day)
    {
        ScheduledChange[] due = [.. rows.Where(row => row.EffectiveDate <= day).OrderBy(row => row.EffectiveDate).ThenBy(row => row.Id)];
        rows.RemoveAll(row => row.EffectiveDate <= day);
        Day = day;
        Note();
        return due;
    }

    private void Note() => Volatile.Write(ref nextDue, rows.Count == 0 ? int.MaxValue : rows.Min(row => row.EffectiveDate.DayNumber));
}
