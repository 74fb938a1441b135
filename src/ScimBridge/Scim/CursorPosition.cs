namespace ScimBridge.Scim;

/// <summary>Where a walk by cursor stands.</summary>
/// <param name="Version">The directory's version that the whole walk reads.</param>
/// <param name="VersionAt">That version's time in UTC ticks.</param>
/// <param name="Count">The page size.</param>
/// <param name="Total">How many resources the whole list has.</param>
/// <param name="Seen">How many of them came on the pages before.</param>
/// <param name="After">The last of them's place in the stable order.</param>
internal readonly record struct CursorPosition(int Version, long VersionAt, int Count, int Total, int Seen, int After);
