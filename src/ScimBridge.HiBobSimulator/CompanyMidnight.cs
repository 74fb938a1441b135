namespace ScimBridge.HiBobSimulator;

/// <summary>Lets a company live through midnight though nobody asks it anything, so that webhooks go out on the day.</summary>
internal sealed class CompanyMidnight : IAsyncDisposable
{
    private readonly Company company;
    private readonly ITimer timer;

    public CompanyMidnight(Company company, TimeProvider timeProvider)
    {
        this.company = company;
        timer = timeProvider.CreateTimer(_ => Pass(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        company.Clock.Moved += Arm;
        Arm();
    }

    public ValueTask DisposeAsync()
    {
        company.Clock.Moved -= Arm;
        return timer.DisposeAsync();
    }

    private void Pass()
    {
        company.CatchUp();
        Arm();
    }

    // One second late, as in HiBob's own events; that also spares a second look when the timer runs a little early.
    private void Arm()
    {
        var now = company.Clock.Now;
        timer.Change(now.UtcDateTime.Date.AddDays(1).AddSeconds(1) - now.UtcDateTime, Timeout.InfiniteTimeSpan);
    }
}
