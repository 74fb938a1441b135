using System.Net;

namespace ScimBridge.Outbound;

/// <summary>Finds the addresses of a host, as DNS does.</summary>
/// <exception cref="System.Net.Sockets.SocketException">The name is not known.</exception>
internal delegate Task<IPAddress[]> HostResolver(string host, CancellationToken cancellationToken);
