using System.Net;
using System.Net.Sockets;

namespace ScimBridge.Directories;

/// <summary>What counts as one address when attempts are counted.</summary>
internal static class RemoteNetwork
{
    /// <summary>The address itself; with IPv6 the /64 that a customer has all of.</summary>
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
