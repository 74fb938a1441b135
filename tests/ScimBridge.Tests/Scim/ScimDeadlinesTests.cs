using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using Npgsql;
using ScimBridge.HiBobSimulator;
using ScimBridge.Tests.TestDatabases;
using Xunit;

namespace ScimBridge.Tests.Scim;

public sealed class ScimDeadlinesTests
{
    private static readonly Dictionary<string, string?> OneSecond = new() { ["Scim:RequestTimeoutSeconds"] = "1" };

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Databases.PostgresOnly), MemberType = typeof(Databases))]
    public async Task A_request_that_finds_no_answer_in_time_is_503_and_says_what_to_do(string provider)
    {
        await using var edge = await EdgeApp.StartAsync(OneSecond, provider);
        await using var connection = new NpgsqlConnection(edge.Database.ConnectionString);
        await connection.OpenAsync(Ct);
        await using (var transaction = await connection.BeginTransactionAsync(Ct))
        {
            await using var command = new NpgsqlCommand("LOCK TABLE \"Users\" IN ACCESS EXCLUSIVE MODE", connection, transaction);
            await command.ExecuteNonQueryAsync(Ct);
            using var response = await edge.App.Scim.TryGetAsync("Users");

            Assert.Contains("filter", await response.ShouldBeScimErrorAsync(503), StringComparison.Ordinal);
            Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
            await edge.App.Scim.GetScimAsync("Schemas");
        }

        await edge.App.Scim.GetScimAsync("Users");
    }

    [Theory]
    [InlineData("identity")]
    [InlineData("gzip")]
    public async Task A_client_that_reads_slowly_still_gets_the_whole_answer(string encoding)
    {
        await using var edge = await EdgeApp.StartAsync(OneSecond, people: 1000, prepare: GiveLongNames);
        var address = new Uri(edge.App.Address);
        using var client = new TcpClient { ReceiveBufferSize = 4096 };
        await client.ConnectAsync(address.Host, address.Port, Ct);
        await using var stream = client.GetStream();
        await stream.WriteAsync(
            Encoding.ASCII.GetBytes(
                $"GET /scim/v2/Users?count=1000 HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAccept-Encoding: {encoding}\r\n"
                + $"Authorization: Bearer {ScimBridgeApp.Token("acme")}\r\n\r\n"),
            Ct);

        // Longer than the timeout, with an answer of many megabytes that fits into nobody's buffers.
        await Task.Delay(TimeSpan.FromSeconds(2.5), Ct);
        using var read = new MemoryStream();
        await stream.CopyToAsync(read, Ct);

        var answer = Encoding.Latin1.GetString(read.ToArray());
        Assert.StartsWith("HTTP/1.1 200", answer, StringComparison.Ordinal);
        Assert.EndsWith("0\r\n\r\n", answer, StringComparison.Ordinal);
        Assert.True(answer.Length > 5_000_000, $"{answer.Length}");
    }

    private static void GiveLongNames(Company company)
    {
        foreach (var person in company.People)
        {
            // Each as long as a value may be.
            foreach (var field in new[] { "root.displayName", "root.firstName", "root.secondName", "root.surname", "address.line1", "address.line2", "address.city" })
            {
                company.Update(person.Id, field, Convert.ToBase64String(RandomNumberGenerator.GetBytes(740)));
            }
        }
    }
}
