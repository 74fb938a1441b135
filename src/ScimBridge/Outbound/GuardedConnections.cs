using System.Net;
using System.Net.Sockets;

namespace ScimBridge.Outbound;

/// <summary>Opens connections only to public addresses, looked at when connecting, so that no name leads inside by what DNS says later.</summary>
internal sealed class GuardedConnections(HostResolver resolver)
{
    /// <summary>Has a client connect through here.</summary>
    /// <param name="handler">The client's handler. Redirects are not followed any more, since they would lead anywhere.</param>
    /// <param name="isAllowed">Whether a host may be connected to whatever its address: one that a setting names.</param>
    public void Guard(SocketsHttpHandler handler, Func<Uri, bool> isAllowed)
    {
        handler.AllowAutoRedirect = false;
        handler.ConnectCallback = (context, cancellationToken) => ConnectAsync(context, isAllowed, cancellationToken);
    }

    private async ValueTask<Stream> ConnectAsync(
        SocketsHttpConnectionContext context, Func<Uri, bool> isAllowed, CancellationToken cancellationToken)
    {
        var host = context.DnsEndPoint.Host;
        var addresses = IPAddress.TryParse(host, out var literal) ? [literal] : await resolver(host, cancellationToken);
        if (context.InitialRequestMessage.RequestUri is not { } target || (!IsProxy(context.DnsEndPoint, target) && !isAllowed(target)))
        {
            // One bad address among good ones is enough: a name that leads inside at all is not to be trusted.
            if (addresses.Length == 0 || !Array.TrueForAll(addresses, PublicAddresses.Contain))
            {
                throw new AddressNotAllowedException(host);
            }
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, context.DnsEndPoint.Port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>Whether what is connected to is the proxy that the environment names, and not the target itself, which then the proxy looks up.</summary>
    private static bool IsProxy(DnsEndPoint endPoint, Uri target) =>
        endPoint.Port != target.Port || !string.Equals(endPoint.Host.Trim('[', ']'), target.IdnHost.Trim('[', ']'), StringComparison.OrdinalIgnoreCase);
}
