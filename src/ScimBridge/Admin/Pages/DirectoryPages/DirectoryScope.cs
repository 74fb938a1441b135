using ScimBridge.Directories;
using ScimBridge.Storage;
using ScimBridge.Storage.Records;

namespace ScimBridge.Admin.Pages.DirectoryPages;

/// <summary>The directory that a page is about, for the parts of the page.</summary>
/// <param name="Record">The directory as it was read last.</param>
/// <param name="State">Its state.</param>
/// <param name="ReloadAsync">Reads it again, after something was done to it.</param>
internal sealed record DirectoryScope(DirectoryRecord Record, DirectoryState State, Func<Task> ReloadAsync)
{
    /// <summary>Its id in the stores.</summary>
    public DirectoryId Id => new(Record.Id);

    /// <summary>Its key.</summary>
    public string Key => Record.Key;

    /// <summary>The address of its page, relative to the base.</summary>
    public string Url => $"admin/directories/{Record.Key}";
}
