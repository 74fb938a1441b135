using System.Net;
using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using ScimBridge.Admin;
using Xunit;

namespace ScimBridge.Tests.Admin;

public sealed class AuditActorTests
{
    [Theory]
    [InlineData(AdminSchemes.Cookie, "admin", "admin")]
    [InlineData(AdminSchemes.ApiKey, null, "api-key")]
    [InlineData(AdminSchemes.ApiKey, "Terraform", "Terraform")]
    [InlineData(null, null, "unknown")]
    public void An_entry_names_the_account_or_the_key_and_the_address(string? scheme, string? name, string expected)
    {
        var context = new DefaultHttpContext { User = new ClaimsPrincipal(new ClaimsIdentity(name is null ? [] : [new Claim(ClaimTypes.Name, name)], scheme)) };
        context.Connection.RemoteIpAddress = IPAddress.Parse("192.0.2.7");

        var entry = AuditActor.Of(context).Entry(DateTimeOffset.UnixEpoch, "plan.approve", "acme", "42");

        Assert.Equal(
            (expected, "192.0.2.7", "plan.approve", "acme", "42"),
            (entry.Actor, entry.RemoteAddress, entry.Action, entry.DirectoryKey, entry.Target));
    }

    [Fact]
    public void Code_without_a_request_names_the_account_and_the_address_that_its_session_was_last_seen_at()
    {
        var user = new ClaimsPrincipal(new ClaimsIdentity(
            [new Claim(ClaimTypes.Name, "eve"), new Claim(AdminClaims.Address, "192.0.2.7")], AdminSchemes.Cookie));

        Assert.Equal(new AuditActor("eve", "192.0.2.7"), AuditActor.Of(user));
    }
}
