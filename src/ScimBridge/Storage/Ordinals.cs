namespace ScimBridge.Storage;

/// <summary>The ordinals that the next new user and group get.</summary>
/// <param name="User">The next user's.</param>
/// <param name="Group">The next group's.</param>
internal sealed record Ordinals(int User, int Group);
