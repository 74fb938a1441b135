namespace ScimBridge.Sync;

/// <summary>A run can't do what it was asked for, and changes nothing.</summary>
/// <param name="reason">A short fixed code, such as <c>plan_replaced</c>.</param>
/// <param name="message">What is in the way and what to do, in words.</param>
internal sealed class SyncRefusedException(string reason, string message) : Exception(message)
{
    /// <summary>The code.</summary>
    public string Reason { get; } = reason;
}
