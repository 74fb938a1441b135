namespace ScimBridge.HiBobSimulator.Webhooks;

/// <summary>The two generations of HiBob's webhooks.</summary>
public enum WebhookVersion
{
    /// <summary>Closed for new webhooks since April 2025: bodies hold values, nothing is tried again, failures switch it off.</summary>
    V1,

    /// <summary>Bodies hold ids only; failures are tried again, in order.</summary>
    V2,
}
