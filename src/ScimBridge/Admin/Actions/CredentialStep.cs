namespace ScimBridge.Admin.Actions;

/// <summary>One step of checking credentials.</summary>
/// <param name="Name">A fixed code: <c>address</c>, <c>connection</c>, <c>credentials</c>, <c>permission_group</c>, <c>audience</c>, <c>lifecycle</c>, <c>joiners</c>, <c>leavers</c> or <c>sections</c>.</param>
/// <param name="Title">The same for people.</param>
/// <param name="Result">What came of it.</param>
/// <param name="Message">The same in a sentence; without the token.</param>
/// <param name="Advice">What to do in HiBob; null when nothing is to be done.</param>
internal sealed record CredentialStep(string Name, string Title, CredentialStepResult Result, string Message, string? Advice)
{
    /// <summary>The result in a word for people.</summary>
    public string Word => Result.ToString();
}
