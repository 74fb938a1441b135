using System.Net;
using System.Net.Sockets;

namespace ScimBridge.Admin;

/// <summary>What counts as one caller when attempts are counted.</summary>
internal static class CallerNetwork
{
    /// <summary>The caller that an address belongs to: with IPv6 a customer has a whole /64.</summary>
    public static IPAddress Of(IPAddress? address)
    {
        if (address is null)
        {
            return IPAddress.None;
        }

        if (address.IsIPv4MappedToIPv6)
        {
            return address.MapToIPv4();
        }

        if (address.AddressFamily is not AddressFamily.InterNetworkV6)
        {
            return address;
        }

        var bytes = address.GetAddressBytes();
        bytes.AsSpan(8).Clear();
        return new IPAddress(bytes);
    }
}
