namespace ScimBridge.Outbound;

/// <summary>A host whose name leads to an address that this server does not connect to.</summary>
internal sealed class AddressNotAllowedException(string host)
    : Exception($"\"{host}\" leads to an address inside a network, on this machine or of a cloud's metadata, and such hosts are connected to only if a setting names them.");
