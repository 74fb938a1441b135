using System.Globalization;
using ScimBridge.HiBobSimulator.Generation;

namespace ScimBridge.HiBobSimulator.Life;

/// <summary>
/// Lets a company live: people join, move, leave, return and change their names, lists change. The same company, seed and days give the same
/// life. It never moves the clock; the caller does, between steps, and what was dated ahead then happens by itself.
/// </summary>
public sealed class CompanyLife
{
    private readonly Company company;
    private readonly CompanyLifeOptions options;
    private readonly SeededRandom random;
    private readonly HappeningKind[] kinds;
    private readonly int[] weights;
    private readonly LifeOfPeople people;
    private readonly LifeOfLists lists;

    /// <summary>Begins a life; small companies, and companies without lists, live as far as they can.</summary>
    public CompanyLife(Company company, int seed, CompanyLifeOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(company);
        this.company = company;
        this.options = options ?? new CompanyLifeOptions();
        random = new SeededRandom((seed * 31L) + 17);
        kinds = [.. this.options.Weights.Where(pair => pair.Value > 0).Select(pair => pair.Key).Order()];
        weights = [.. kinds.Select(kind => this.options.Weights[kind])];
        people = new LifeOfPeople(company, random);
        lists = new LifeOfLists(company, random);
    }

    /// <summary>How many steps there were.</summary>
    public int Steps { get; private set; }

    /// <summary>Lives one step, in which mostly one thing happens or none; what happened comes back.</summary>
    public IReadOnlyList<Happening> Step()
    {
        Steps++;
        company.CatchUp();
        if (kinds.Length == 0)
        {
            return [];
        }

        var happened = new List<Happening>();
        for (var left = options.PerHundredSteps; left > 0; left -= 100)
        {
            if (random.Chance(Math.Min(left, 100)) && Happen(kinds[random.PickWeighted(weights)]) is { } happening)
            {
                happened.Add(happening);
            }
        }

        return happened;
    }

    private Happening? Happen(HappeningKind kind)
    {
        var subject = kind switch
        {
            HappeningKind.Hired => people.Hire(),
            HappeningKind.Moved => people.Move(),
            HappeningKind.Relocated => people.Relocate(),
            HappeningKind.NewManager => people.ChangeManager(),
            HappeningKind.NewTitle => people.ChangeTitle(),
            HappeningKind.MoveScheduled => people.ScheduleMove(),
            HappeningKind.Resigned => people.Resign(),
            HappeningKind.Rehired => people.Rehire(),
            HappeningKind.Renamed => people.Rename(),
            HappeningKind.NewEmail => people.ChangeEmail(),
            HappeningKind.NewPhone => people.ChangePhone(),
            HappeningKind.OnLeave => people.GoOnLeave(),
            HappeningKind.ItemRenamed => lists.Rename(Steps.ToString(CultureInfo.InvariantCulture)),
            HappeningKind.ItemAdded => lists.Add(Steps.ToString(CultureInfo.InvariantCulture)),
            _ => lists.Archive(),
        };
        return subject is null ? null : new Happening(kind, subject);
    }
}
