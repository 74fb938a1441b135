namespace ScimBridge.HiBobSimulator;

/// <summary>Lifecycle statuses in the one spelling that comparisons use: lower case, without spaces and hyphens.</summary>
internal static class LifecycleStatuses
{
    public const string Hired = "hired";
    public const string GardenLeave = "gardenleave";
    public const string Terminated = "terminated";

    public static string Normalize(string? status) => string.Concat((status ?? "").Where(char.IsLetterOrDigit)).ToLowerInvariant();
}
