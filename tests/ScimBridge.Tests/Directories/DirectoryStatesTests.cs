using ScimBridge.Directories;
using ScimBridge.Storage.Records;
using Xunit;

namespace ScimBridge.Tests.Directories;

public sealed class DirectoryStatesTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(true, true, true, 0, 0, "paused")]
    [InlineData(false, false, true, 0, 0, "unlinked")]
    [InlineData(false, true, true, 0, 0, "invalid_credentials")]
    [InlineData(false, true, false, 500, 61, "stale")]
    [InlineData(false, true, false, 61, null, "stale")]
    [InlineData(false, true, false, 60, null, "validating")]
    [InlineData(false, true, false, null, null, "validating")]
    [InlineData(false, true, false, 500, 60, "linked")]
    public void The_first_state_that_holds_is_told(bool paused, bool linked, bool refused, int? firstSyncMinutesAgo, int? goodReadMinutesAgo, string expected)
    {
        var directory = new DirectoryRecord
        {
            Key = "acme",
            Name = "Acme",
            BaseUrl = "https://api.hibob.com/v1",
            Paused = paused,
            ServiceUserId = linked ? "SERVICE-1" : null,
            ProtectedToken = linked ? "x" : null,
            CredentialsRefusedSince = refused ? Now : null,
            IntervalMinutes = 30,
            FirstSyncAt = firstSyncMinutesAgo is { } first ? Now.AddMinutes(-first) : null,
            LastGoodReadAt = goodReadMinutesAgo is { } good ? Now.AddMinutes(-good) : null,
        };

        var state = DirectoryStates.Of(directory, Now);

        Assert.Equal(expected, DirectoryStates.Name(state));
        Assert.Equal(state is DirectoryState.Linked, DirectoryStates.Advice(directory, Now) is null);
    }

    [Fact]
    public void What_comes_first_hides_the_rest()
    {
        var directory = new DirectoryRecord
        {
            Key = "acme",
            Name = "Acme",
            BaseUrl = "https://api.hibob.com/v1",
            ServiceUserId = "SERVICE-1",
            ProtectedToken = "x",
            IntervalMinutes = 30,
            FirstSyncAt = Now.AddDays(-9),
            LastGoodReadAt = Now.AddDays(-1),
            DeletingSince = Now.AddMinutes(-1),
            SyncPausedSince = Now.AddMinutes(-2),
            CredentialsRefusedSince = Now.AddMinutes(-3),
            HeldRunId = Guid.NewGuid(),
            HeldSince = Now.AddMinutes(-4),
        };
        var seen = new List<(string, DateTimeOffset?)>();
        void See() => seen.Add((DirectoryStates.Name(DirectoryStates.Of(directory, Now)), DirectoryStates.Since(directory, DirectoryStates.Of(directory, Now))));

        See();
        directory.DeletingSince = null;
        See();
        directory.SyncPausedSince = null;
        See();
        directory.CredentialsRefusedSince = null;
        See();
        directory.HeldRunId = null;
        See();

        Assert.Equal(
            [
                ("deleting", Now.AddMinutes(-1)), ("paused", Now.AddMinutes(-2)), ("invalid_credentials", Now.AddMinutes(-3)),
                ("held", Now.AddMinutes(-4)), ("stale", Now.AddDays(-1).AddHours(1)),
            ],
            seen);
    }
}
