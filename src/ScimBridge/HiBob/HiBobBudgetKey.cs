namespace ScimBridge.HiBob;

/// <summary>Whose request budget, and for what: HiBob counts per service user and endpoint.</summary>
/// <param name="Host">The host and port, since a sandbox counts for itself.</param>
/// <param name="UserId">The service user's id.</param>
/// <param name="Endpoint">The endpoint, as <see cref="HiBobCall.Endpoint"/> has it.</param>
internal sealed record HiBobBudgetKey(string Host, string UserId, string Endpoint)
{
    /// <summary>Where a request carries its key through the handlers.</summary>
    public static readonly HttpRequestOptionsKey<HiBobBudgetKey> Option = new("HiBobBudget");
}
