namespace ScimBridge.Tests.Conformance;

/// <summary>Says of a test which requirements it shows to be met, by their ids in <c>RequirementList</c>.</summary>
/// <remarks>Also compiled into ScimBridge.Protocol.Tests, so it knows nothing of either project.</remarks>
/// <param name="requirements">The ids.</param>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ShowsAttribute(params string[] requirements) : Attribute
{
    /// <summary>The ids.</summary>
    public IReadOnlyList<string> Requirements => requirements;
}
