using System.Net;
using ScimBridge.Admin.Accounts;
using Xunit;

namespace ScimBridge.Tests.Admin.Accounts;

public sealed class SignInThrottleTests
{
    [Fact]
    public void Addresses_are_counted_apart_but_a_customer_s_whole_IPv6_network_is_one()
    {
        using var throttle = new SignInThrottle();
        for (var attempt = 0; attempt < SignInThrottle.PerAddress; attempt++)
        {
            Assert.Null(throttle.Count(IPAddress.Parse($"2001:db8::{attempt}")));
            Assert.Null(throttle.Count(IPAddress.Parse("192.0.2.1")));
        }

        Assert.NotNull(throttle.Count(IPAddress.Parse("2001:db8::ffff")));
        Assert.NotNull(throttle.Count(IPAddress.Parse("::ffff:192.0.2.1")));
        Assert.Null(throttle.Count(IPAddress.Parse("2001:db8:0:1::1")));
        Assert.Null(throttle.Count(IPAddress.Parse("192.0.2.2")));
    }

    [Fact]
    public void All_addresses_together_have_a_limit_too()
    {
        using var throttle = new SignInThrottle();
        for (var attempt = 0; attempt < SignInThrottle.ForAll; attempt++)
        {
            Assert.Null(throttle.Count(new IPAddress([10, 0, 0, (byte)attempt])));
        }

        var wait = throttle.Count(IPAddress.Parse("192.0.2.1"));

        Assert.InRange(wait ?? TimeSpan.Zero, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1));
    }
}
