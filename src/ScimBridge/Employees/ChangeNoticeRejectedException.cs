namespace ScimBridge.Employees;

/// <summary>What was sent as a notice is none; its message says why and repeats nothing of it.</summary>
internal sealed class ChangeNoticeRejectedException(string message) : Exception(message);
