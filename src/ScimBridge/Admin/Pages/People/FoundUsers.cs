using ScimBridge.Protocol.Resources;

namespace ScimBridge.Admin.Pages.People;

/// <summary>A page of users, or why there is none.</summary>
internal sealed record FoundUsers
{
    /// <summary>How many the whole list has.</summary>
    public int Total { get; init; }

    /// <summary>Those of the page.</summary>
    public IReadOnlyList<ScimUser> Users { get; init; } = [];

    /// <summary>What is wrong with the filter that was typed; null when nothing is.</summary>
    public FilterFault? Fault { get; init; }

    /// <summary>Whether finding them took longer than a reader waits.</summary>
    public bool TookTooLong { get; init; }

    /// <summary>The list's path below the SCIM base URL, as a client asks for it.</summary>
    public string ScimPath { get; init; } = "";
}
