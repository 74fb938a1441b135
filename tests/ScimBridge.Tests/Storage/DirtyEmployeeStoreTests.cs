using Microsoft.EntityFrameworkCore;
using ScimBridge.Storage;
using ScimBridge.Tests.TestDatabases;
using Xunit;

namespace ScimBridge.Tests.Storage;

public sealed class DirtyEmployeeStoreTests
{
    private static readonly DateTimeOffset Noon = new(2026, 10, 15, 12, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Lag = TimeSpan.FromSeconds(20);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Any_number_of_notices_at_once_make_one_row_an_employee(string provider)
    {
        await using var fixture = await StorageFixture.StartAsync(provider);
        var directory = await fixture.App.DirectoryAsync(cancellationToken: Ct);
        var store = fixture.Get<DirtyEmployeeStore>();

        await Task.WhenAll(Enumerable.Range(0, 60).Select(number => Task.Run(
            () => store.MarkAsync(directory, $"{number % 6}", Noon.AddSeconds(number), Noon.AddSeconds(number) + Lag, Ct), Ct)));

        Assert.Equal(6, await store.CountAsync(directory, Ct));
        await using var db = await fixture.ContextAsync();
        var third = await db.DirtyEmployees.SingleAsync(row => row.EmployeeId == "3", Ct);
        Assert.Equal((Noon.AddSeconds(57), Noon.AddSeconds(3) + Lag), (third.LastAt, third.DueAt));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Somebody_is_due_after_the_lag_of_the_first_notice_the_longest_due_first(string provider)
    {
        await using var fixture = await StorageFixture.StartAsync(provider, directories: 2);
        var directory = await fixture.App.DirectoryAsync(cancellationToken: Ct);
        var other = await fixture.App.DirectoryAsync("globex", Ct);
        var store = fixture.Get<DirtyEmployeeStore>();
        await store.MarkAsync(directory, "a", Noon.AddSeconds(5), Noon.AddSeconds(25), Ct);
        await store.MarkAsync(directory, "b", Noon, Noon + Lag, Ct);
        await store.MarkAsync(directory, "c", Noon.AddSeconds(9), Noon.AddSeconds(29), Ct);
        await store.MarkAsync(other, "d", Noon, Noon + Lag, Ct);

        Assert.Empty(await store.DueAsync(directory, Noon.AddSeconds(19), 10, Ct));
        Assert.Equal(["b", "a"], (await store.DueAsync(directory, Noon.AddSeconds(26), 10, Ct)).Select(row => row.EmployeeId));
        Assert.Equal(["b"], (await store.DueAsync(directory, Noon.AddSeconds(26), 1, Ct)).Select(row => row.EmployeeId));
        Assert.Equal(Noon + Lag, await store.NextDueAsync(directory, Ct));
        Assert.Equal([directory, other], (await store.DirectoriesDueAsync(Noon + Lag, Ct)).OrderBy(id => id.Value));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Who_was_read_is_forgotten_unless_a_newer_notice_came_which_is_then_due_in_its_turn(string provider)
    {
        await using var fixture = await StorageFixture.StartAsync(provider);
        var directory = await fixture.App.DirectoryAsync(cancellationToken: Ct);
        var store = fixture.Get<DirtyEmployeeStore>();
        await store.MarkAsync(directory, "a", Noon, Noon + Lag, Ct);
        await store.MarkAsync(directory, "b", Noon, Noon + Lag, Ct);
        var began = Noon.AddSeconds(21);
        var taken = await store.DueAsync(directory, began, 10, Ct);
        await store.MarkAsync(directory, "b", Noon.AddSeconds(15), Noon.AddSeconds(35), Ct);

        await store.SettleAsync(directory, taken, began - Lag, Lag, Ct);

        await using var db = await fixture.ContextAsync();
        var left = await db.DirtyEmployees.SingleAsync(Ct);
        Assert.Equal(("b", Noon.AddSeconds(15), Noon.AddSeconds(35)), (left.EmployeeId, left.FirstAt, left.DueAt));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_read_of_everybody_clears_those_whose_change_it_must_have_shown(string provider)
    {
        await using var fixture = await StorageFixture.StartAsync(provider);
        var directory = await fixture.App.DirectoryAsync(cancellationToken: Ct);
        var store = fixture.Get<DirtyEmployeeStore>();
        await store.MarkAsync(directory, "old", Noon, Noon + Lag, Ct);
        await store.MarkAsync(directory, "new", Noon.AddSeconds(11), Noon.AddSeconds(31), Ct);

        Assert.Equal(1, await store.ClearAsync(directory, Noon.AddSeconds(30) - Lag, Ct));

        Assert.Equal(Noon.AddSeconds(31), await store.NextDueAsync(directory, Ct));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Whoever_is_due_can_be_put_off_and_a_new_notice_brings_the_person_forward(string provider)
    {
        await using var fixture = await StorageFixture.StartAsync(provider);
        var directory = await fixture.App.DirectoryAsync(cancellationToken: Ct);
        var store = fixture.Get<DirtyEmployeeStore>();
        await store.MarkAsync(directory, "a", Noon, Noon + Lag, Ct);

        await store.PutOffAsync(directory, Noon.AddMinutes(1), Noon.AddHours(1), Ct);
        Assert.Empty(await store.DueAsync(directory, Noon.AddMinutes(59), 10, Ct));
        await store.MarkAsync(directory, "a", Noon.AddMinutes(2), Noon.AddMinutes(2) + Lag, Ct);

        Assert.Single(await store.DueAsync(directory, Noon.AddMinutes(3), 10, Ct));
    }
}
