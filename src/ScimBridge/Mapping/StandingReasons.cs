namespace ScimBridge.Mapping;

/// <summary>The codes of why somebody is active, inactive or no user.</summary>
internal static class StandingReasons
{
    /// <summary>Employed.</summary>
    public const string Employed = "employed";

    /// <summary>On leave.</summary>
    public const string OnLeave = "on_leave";

    /// <summary>Hired and not started yet.</summary>
    public const string NotStarted = "not_started";

    /// <summary>On garden leave.</summary>
    public const string GardenLeave = "garden_leave";

    /// <summary>The employment has ended.</summary>
    public const string Terminated = "terminated";

    /// <summary>The HR system gives no lifecycle status, and says that the person has access to it.</summary>
    public const string HasAccess = "has_access";

    /// <summary>The HR system gives no lifecycle status, and does not say that the person has access to it.</summary>
    public const string NoAccess = "no_access";

    /// <summary>Outside the directory's scope rules.</summary>
    public const string OutOfScope = "out_of_scope";

    /// <summary>Forgotten on request.</summary>
    public const string Erased = "erased";

    /// <summary>The HR system no longer returns the person.</summary>
    public const string Missing = "missing";
}
