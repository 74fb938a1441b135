using ScimBridge.Directories;

namespace ScimBridge.Demo;

/// <summary>A demo that runs.</summary>
/// <param name="HiBobUrl">The simulated HiBob's base URL.</param>
/// <param name="ControlUrl">Where the simulated company is changed by hand.</param>
/// <param name="Token">The token with which to read the demo directory.</param>
internal sealed record DemoStart(Uri HiBobUrl, Uri ControlUrl, NewScimToken Token);
