namespace ScimBridge.Admin.Actions;

/// <summary>What was not done, and why, in words for whoever asked: what failed, for whom, and what to do next.</summary>
/// <param name="Kind">Why, for programs.</param>
/// <param name="Message">Why, and what to do next, for people; without secrets and without personal data.</param>
internal sealed record Refusal(RefusalKind Kind, string Message)
{
    /// <summary>What was given is wrong by itself.</summary>
    public static Refusal Invalid(string message) => new(RefusalKind.Invalid, message);

    /// <summary>There is no such thing.</summary>
    public static Refusal NotFound(string message) => new(RefusalKind.NotFound, message);

    /// <summary>It can't be done as things are now.</summary>
    public static Refusal Conflict(string message) => new(RefusalKind.Conflict, message);

    /// <summary>Somebody changed it since the caller looked.</summary>
    public static Refusal Outdated(string message) => new(RefusalKind.Outdated, message);

    /// <summary>The caller may not do it.</summary>
    public static Refusal Forbidden(string message) => new(RefusalKind.Forbidden, message);

    /// <summary>There is no such directory.</summary>
    public static Refusal NoSuchDirectory(string key) => NotFound($"There is no directory '{key}'.");
}
