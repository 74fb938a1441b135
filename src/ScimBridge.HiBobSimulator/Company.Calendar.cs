namespace ScimBridge.HiBobSimulator;

/// <content>What is dated ahead.</content>
public sealed partial class Company
{
    private readonly CompanyCalendar calendar;

    /// <summary>The rows that are dated ahead, in the order in which they were made.</summary>
    public IReadOnlyList<ScheduledChange> Scheduled
    {
        get
        {
            lock (gate)
            {
                return calendar.Rows;
            }
        }
    }

    /// <summary>
    /// Dates a change ahead, such as a new department from the first of a month: reads show it from that day on. A second row for one
    /// person and day changes the first. Moving the clock back undoes nothing.
    /// </summary>
    /// <exception cref="KeyNotFoundException">There is no such person.</exception>
    /// <exception cref="ArgumentException">There is no such field, a value has the wrong type, or the day has come already.</exception>
    public ScheduledChange Schedule(string id, DateOnly effectiveDate, params (string FieldId, object? Value)[] fields)
    {
        var values = Checked(fields).ToDictionary(pair => pair.Field.Id, pair => pair.Value, StringComparer.Ordinal);
        lock (gate)
        {
            var person = Require(id);
            if (effectiveDate <= Clock.Today)
            {
                throw new ArgumentException("A scheduled change takes effect after today.", nameof(effectiveDate));
            }

            var (row, isNew) = calendar.Set(id, effectiveDate, values);
            TellEntries(person, values.Keys, isNew ? ChangeKind.EntryCreated : ChangeKind.EntryUpdated, effectiveDate);
            return row;
        }
    }

    /// <summary>Takes a scheduled change back; like HiBob, tells no webhook.</summary>
    public bool CancelScheduled(long rowId)
    {
        lock (gate)
        {
            return calendar.Remove(rowId);
        }
    }

    /// <summary>
    /// Lets the company live up to its clock's day: scheduled changes take effect, and webhooks hear who joined or left. Every request, every
    /// move of the clock and every midnight do it, so it needs a call only after a time provider was moved behind the company's back.
    /// </summary>
    public void CatchUp()
    {
        if (!calendar.IsBehind(Clock.Today))
        {
            return;
        }

        lock (gate)
        {
            var (from, to) = (calendar.Day, Clock.Today);
            var due = calendar.Take(to);
            if (Listener is not null && from < to)
            {
                var (before, after) = (SimulatorClock.Text(from), SimulatorClock.Text(to));
                foreach (var person in register.All)
                {
                    TellStanding(person, Standing(person, before), Standing(person, after), "system");
                }
            }

            foreach (var row in due.Where(row => Find(row.PersonId) is not null))
            {
                Apply(row.PersonId, [.. row.Fields.Select(pair => (Fields.Require(pair.Key), pair.Value))], "system");
            }
        }
    }
}
