namespace ScimBridge.Mapping;

/// <summary>All that an admin decides about how a directory's employees become users and groups. Immutable; see <see cref="DirectoryMapping"/>.</summary>
internal sealed record DirectoryRules
{
    /// <summary>Who is a user, and who is active.</summary>
    public LifecyclePolicy Lifecycle { get; init; } = new();

    /// <summary>The rules of a directory for which nothing was decided.</summary>
    public static DirectoryRules Default { get; } = new();
}
