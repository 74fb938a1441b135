using ScimBridge.HiBobSimulator.Life;

namespace ScimBridge.HiBobSimulator.Control;

/// <summary>Lets the company live on by itself.</summary>
internal sealed class ControlLife(Company company)
{
    private const int MostSteps = 100_000;

    private readonly Lock gate = new();
    private (int Seed, CompanyLife Life)? current;

    public async Task PostAsync(HttpContext context)
    {
        var body = await ControlJson.ReadObjectAsync(context, "seed", "steps", "stepMinutes");
        var seed = ControlFaults.Number(body, "seed") ?? 1;
        var steps = Math.Min(ControlFaults.Number(body, "steps") ?? 1, MostSteps);
        var step = TimeSpan.FromMinutes(Math.Min(ControlFaults.Number(body, "stepMinutes") ?? 30, 1_440));
        var happened = new SortedDictionary<string, long>(StringComparer.Ordinal);
        lock (gate)
        {
            var life = current is { } running && running.Seed == seed ? running.Life : new CompanyLife(company, seed);
            current = (seed, life);
            for (; steps > 0 && !context.RequestAborted.IsCancellationRequested; steps--)
            {
                company.Clock.Advance(step);
                foreach (var happening in life.Step())
                {
                    var kind = ControlFaults.Camel(happening.Kind.ToString());
                    happened[kind] = happened.GetValueOrDefault(kind) + 1;
                }
            }
        }

        await ControlJson.AnswerAsync(context, [.. happened.Select(pair => (pair.Key, (object?)pair.Value))]);
    }
}
