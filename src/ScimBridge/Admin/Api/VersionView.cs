using ScimBridge.Storage.Records;

namespace ScimBridge.Admin.Api;

/// <summary>A version of a directory.</summary>
/// <param name="Version">Its number.</param>
/// <param name="At">When it was published.</param>
/// <param name="RunId">The run that made it.</param>
/// <param name="Users">How many users it has.</param>
/// <param name="ActiveUsers">How many of them are active.</param>
/// <param name="Groups">How many groups it has.</param>
/// <param name="Published">Whether it is the one that clients read.</param>
/// <param name="Kept">Whether the directory can go back to it.</param>
internal sealed record VersionView(int Version, DateTime At, Guid RunId, int Users, int ActiveUsers, int Groups, bool Published, bool Kept)
{
    /// <summary>The version as the API shows it.</summary>
    public static VersionView Of(DirectoryVersionRecord version, DirectoryRecord directory) => new(
        version.Version,
        version.At.UtcDateTime,
        version.RunId,
        version.Users,
        version.ActiveUsers,
        version.Groups,
        version.Version == directory.Version,
        version.Version >= directory.OldestVersion);
}
