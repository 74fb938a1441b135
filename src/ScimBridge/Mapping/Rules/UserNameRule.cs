namespace ScimBridge.Mapping.Rules;

/// <summary>What people sign in with.</summary>
internal sealed record UserNameRule
{
    /// <summary>Where the userName comes from; null for the work e-mail address.</summary>
    public ValueSource? Source { get; init; }

    /// <summary>Whether <c>.sbx</c>, which a sandbox of HiBob puts behind every e-mail address, is taken off wherever an address is mapped.</summary>
    public bool StripSandboxSuffix { get; init; }

    /// <summary>What becomes of whoever asks for a name that somebody else keeps.</summary>
    public UserNameClash Clash { get; init; }
}
