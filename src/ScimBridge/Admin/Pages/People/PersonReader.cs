using ScimBridge.Protocol.Json;
using ScimBridge.Storage;
using ScimBridge.Storage.Records;

namespace ScimBridge.Admin.Pages.People;

/// <summary>Finds single users, also those who are gone and of whom something is kept.</summary>
internal sealed class PersonReader(VersionReader versions)
{
    /// <summary>The user; null when nothing is kept of such a one.</summary>
    public async Task<FoundPerson?> FindAsync(DirectoryRecord directory, string userId, CancellationToken cancellationToken)
    {
        // No id has it, and PostgreSQL takes it in no text.
        var history = userId.Contains('\0', StringComparison.Ordinal) ? [] : await versions.HistoryAsync(new DirectoryId(directory.Id), userId, cancellationToken);
        return history is [{ } row, ..] ? new FoundPerson(row, ScimJson.DeserializeUser(row.Body), row.ValidTo <= directory.Version) : null;
    }
}
