namespace ScimBridge.Reporting;

/// <summary>The error object of an OData answer.</summary>
/// <param name="Code">A short fixed code.</param>
/// <param name="Message">What is wrong, in a sentence.</param>
internal sealed record ReportError(string Code, string Message);
