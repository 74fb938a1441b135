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
}
