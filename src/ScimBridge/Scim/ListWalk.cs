using ScimBridge.Storage;

namespace ScimBridge.Scim;

/// <summary>A walk through a list by cursor.</summary>
/// <param name="Version">The version that all of it reads.</param>
/// <param name="Position">Where it stands.</param>
internal sealed record ListWalk(DirectoryVersion Version, CursorPosition Position);
