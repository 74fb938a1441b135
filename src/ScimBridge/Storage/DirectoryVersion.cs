namespace ScimBridge.Storage;

/// <summary>One published version of a directory: a reader takes it once and sees nothing else.</summary>
/// <param name="Directory">The directory.</param>
/// <param name="Number">The version; 0 when the directory has never been read.</param>
/// <param name="At">The version's time in UTC ticks, which tells it from one of the same number in a database that was made anew.</param>
/// <param name="Users">How many users it has.</param>
/// <param name="Groups">How many groups it has.</param>
/// <param name="CustomAttributes">The attributes of its own that it serves in our extension, as <see cref="Protocol.Schemas.CustomAttributes"/> writes them; null for none.</param>
internal sealed record DirectoryVersion(DirectoryId Directory, int Number, long At, int Users, int Groups, string? CustomAttributes);
