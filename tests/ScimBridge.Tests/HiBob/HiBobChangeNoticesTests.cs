using System.Text;
using System.Text.Json;
using ScimBridge.Employees;
using ScimBridge.HiBob;
using Xunit;

namespace ScimBridge.Tests.HiBob;

public class HiBobChangeNoticesTests
{
    private static readonly JsonElement Webhooks = JsonDocument.Parse(Fixture.Bytes("webhooks-v2.json")).RootElement;
    private static readonly string Secret = Webhooks.GetProperty("secret").GetString()!;
    private static readonly HiBobChangeNotices Notices = new HiBobChangeNotices();

    public static TheoryData<string> Events => [.. Webhooks.GetProperty("events").EnumerateObject().Select(member => member.Name)];

    [Theory]
    [MemberData(nameof(Events))]
    public void Every_event_is_verified_and_read(string name)
    {
        var (body, signature) = Event(name);
        var parsed = Webhooks.GetProperty("events").GetProperty(name).GetProperty("parsed");

        Assert.True(Notices.Verify(body, signature, Secret));
        var notice = Notices.Parse(body);

        Assert.Equal(parsed.GetProperty("type").GetString(), notice.Type);
        Assert.Equal(parsed.GetProperty("data").GetProperty("employeeId").GetString(), notice.EmployeeId);
        Assert.Equal(name == "deleted", notice.Deleted);
        Assert.Equal("700421", notice.CompanyId);
        Assert.Equal(parsed.GetProperty("triggeredAt").GetDateTime(), notice.TriggeredAt);
        Assert.False(Notices.IsPing(body));
    }

    [Fact]
    public void A_signature_holds_for_exactly_its_body_and_secret()
    {
        var (body, signature) = Event("updated");
        byte[] longer = [.. body, (byte)' '];

        Assert.False(Notices.Verify(longer, signature, Secret));
        Assert.False(Notices.Verify(body, Event("created").Signature, Secret));
        Assert.False(Notices.Verify(body, signature, Secret + "x"));
        Assert.False(Notices.Verify(body, signature[..20], Secret));
        Assert.False(Notices.Verify(body, signature + signature, Secret));
        Assert.False(Notices.Verify(body, "sha512=" + signature, Secret));
        Assert.False(Notices.Verify(body, "", Secret));
        Assert.False(Notices.Verify(body, null, Secret));
        Assert.False(Notices.Verify(body, signature, ""));
    }

    [Theory]
    [InlineData("Ping test", true)]
    [InlineData("\"Ping test\"", true)]
    [InlineData("{\"text\":\"Ping test\"}", true)]
    [InlineData("{ \"text\": \"Ping test\" }", true)]
    [InlineData("ping test", false)]
    [InlineData("Ping test ", false)]
    [InlineData("{\"text\":\"Ping test\",\"data\":{}}", false)]
    [InlineData("{\"text\":\"Ping\"}", false)]
    [InlineData("{\"text\":1}", false)]
    [InlineData("[\"Ping test\"]", false)]
    [InlineData("", false)]
    [InlineData("null", false)]
    public void Only_an_exact_ping_is_a_ping(string body, bool expected) => Assert.Equal(expected, Notices.IsPing(Encoding.UTF8.GetBytes(body)));

    [Fact]
    public void Of_a_notice_of_the_first_version_the_employee_counts_and_nothing_else()
    {
        var body = Encoding.UTF8.GetBytes(Webhooks.GetProperty("legacyV1Example").GetRawText());

        Assert.Equal(new ChangeNotice(null, "3700000000000000102", false, null, null), Notices.Parse(body));
    }

    [Theory]
    [InlineData("""{"type":"employee.somethingNew","version":"v2","data":{"employeeId":"1"}}""", "employee.somethingNew", "1")]
    [InlineData("""{"type":"employee.updated","data":{"employeeId":3700000000000000102,"fieldUpdates":7,"fieldUpdatesIds":null}}""", "employee.updated", "3700000000000000102")]
    [InlineData("""{"data":{"employeeId":"1"}}""", null, "1")]
    public void What_is_not_known_is_tolerated(string body, string? type, string employee)
    {
        var notice = Notices.Parse(Encoding.UTF8.GetBytes(body));

        Assert.Equal((type, employee), (notice.Type, notice.EmployeeId));
        Assert.Null(notice.TriggeredAt);
    }

    [Theory]
    [InlineData("", "not JSON")]
    [InlineData("secret-looking", "not JSON")]
    [InlineData("""{"data":{"employeeId":"1"}""", "not JSON")]
    [InlineData("[]", "no object")]
    [InlineData("{}", "employeeId")]
    [InlineData("""{"data":{"employeeId":null}}""", "employeeId")]
    [InlineData("""{"data":{"employeeId":"a b"}}""", "employeeId")]
    [InlineData("""{"data":[{"employeeId":"1"}]}""", "employeeId")]
    [InlineData("""{"data":{"employeeId":"\ud800"}}""", "not JSON")]
    public void What_is_no_notice_is_rejected_with_its_reason(string body, string reason)
    {
        var rejected = Assert.Throws<ChangeNoticeRejectedException>(() => Notices.Parse(Encoding.UTF8.GetBytes(body)));

        Assert.Contains(reason, rejected.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret-looking", rejected.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_nested_too_deep_or_has_too_long_an_id_is_rejected()
    {
        var deep = $$"""{"data":{"employeeId":"1"},"x":{{new string('[', 40)}}{{new string(']', 40)}}}""";
        var longId = $$$"""{"data":{"employeeId":"{{{new string('1', 101)}}}"}}""";

        Assert.Throws<ChangeNoticeRejectedException>(() => Notices.Parse(Encoding.UTF8.GetBytes(deep)));
        Assert.Throws<ChangeNoticeRejectedException>(() => Notices.Parse(Encoding.UTF8.GetBytes(longId)));
    }

    [Fact]
    public async Task The_notices_are_registered_with_the_source()
    {
        await using var hibob = await ScriptedHiBob.StartAsync();

        Assert.Equal("Bob-Signature", hibob.Notices.SignatureHeader);
        Assert.True(hibob.Notices.FreshnessLag >= TimeSpan.FromSeconds(20));
    }

    private static (byte[] Body, string Signature) Event(string name)
    {
        var sent = Webhooks.GetProperty("events").GetProperty(name);
        return (
            Encoding.UTF8.GetBytes(sent.GetProperty("rawBody").GetString()!),
            sent.GetProperty("headers").GetProperty("Bob-Signature").GetString()!);
    }
}
