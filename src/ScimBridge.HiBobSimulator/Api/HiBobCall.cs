namespace ScimBridge.HiBobSimulator.Api;

/// <summary>One accepted request: the name or id in its path, the faults that strike it, and where to answer.</summary>
internal sealed record HiBobCall(
    HttpContext Context, string Argument, IReadOnlyList<SimulatorFault> Faults, HiBobReply Reply, LoggedRequest Entry);
