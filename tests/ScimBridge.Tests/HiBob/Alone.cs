using Xunit;

namespace ScimBridge.Tests.HiBob;

/// <summary>For tests that measure the whole process, and so must run with no other beside them.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;
