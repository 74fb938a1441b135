namespace ScimBridge.HiBobSimulator.Api;

/// <summary>A request that HiBob, or the control endpoints, would answer with 400.</summary>
internal sealed class BadRequestException(string key, string message) : Exception(message)
{
    public string Key => key;
}
