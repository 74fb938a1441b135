namespace ScimBridge.Tests.Sync;

/// <summary>One row of the fault matrix: what is recorded, what a client sees, and the test that shows it.</summary>
internal sealed record FaultCase(string Fault, string Recorded, string During, string After, string TestClass, string Test)
{
    /// <summary>The row as docs/reliability.md has it.</summary>
    public string Row => $"| {Fault} | {Recorded} | the last good version | {During} | {After} | `{TestClass}.{Test}` |";
}
