using ScimBridge.Directories;

namespace ScimBridge.Demo;

/// <summary>A demo that runs.</summary>
/// <param name="HiBobUrl">The simulated HiBob's base URL.</param>
/// <param name="ControlUrl">Where the simulated company is changed by hand.</param>
/// <param name="Token">The token made for this start; null when the settings hold one.</param>
internal sealed record DemoStart(Uri HiBobUrl, Uri ControlUrl, NewScimToken? Token);
