using System.Net;
using System.Net.Sockets;

namespace ScimBridge.Outbound;

/// <summary>Tells the addresses of the public Internet from all others: private, loopback, link-local, metadata, reserved.</summary>
internal static class PublicAddresses
{
    /// <summary>The unicast addresses of IPv6 that are assigned at all.</summary>
    private static readonly IPNetwork Assigned = IPNetwork.Parse("2000::/3");

    /// <summary>What is not public among them (IANA's special-purpose registries), and an address under which a cloud tells its machines secrets.</summary>
    private static readonly IPNetwork[] Special =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24",
            "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
            "168.63.129.16/32", "2001::/23", "2001:db8::/32", "3fff::/20",
        }.Select(network => IPNetwork.Parse(network)),
    ];

    /// <summary>Networks of IPv6 whose addresses lead to one of IPv4, and where in their bytes that is.</summary>
    private static readonly (IPNetwork Network, int Offset)[] Carriers =
    [
        (IPNetwork.Parse("::ffff:0:0/96"), 12), (IPNetwork.Parse("64:ff9b::/96"), 12), (IPNetwork.Parse("2002::/16"), 2),
    ];

    /// <summary>Whether an address is one of the public Internet; of an IPv6 address that carries one of IPv4, whether that is.</summary>
    public static bool Contain(IPAddress address)
    {
        if (address.AddressFamily is AddressFamily.InterNetworkV6)
        {
            foreach (var (network, offset) in Carriers)
            {
                if (network.Contains(address))
                {
                    return Contain(new IPAddress(address.GetAddressBytes().AsSpan(offset, 4)));
                }
            }

            if (!Assigned.Contains(address))
            {
                return false;
            }
        }

        return !Array.Exists(Special, network => network.Contains(address));
    }
}
