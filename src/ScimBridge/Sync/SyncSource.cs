using System.Security.Cryptography;
using ScimBridge.Directories;
using ScimBridge.Employees;
using ScimBridge.Storage;
using ScimBridge.Storage.Records;

namespace ScimBridge.Sync;

/// <summary>Reads a directory's HR system with the directory's own credentials.</summary>
internal sealed class SyncSource(IEmployeeSource employees, CredentialProtector protector, SourceBudgetStore budgets)
{
    /// <summary>The HR system.</summary>
    public IEmployeeSource Employees { get; } = employees;

    /// <summary>Reads everybody.</summary>
    /// <exception cref="EmployeeSourceException">Anything short of a complete read, missing credentials included.</exception>
    public Task<EmployeeRead> ReadAllAsync(
        DirectoryRecord directory, ReadRequest request, IProgress<int> progress, CancellationToken cancellationToken) =>
        KeepingBudgetsAsync(directory, connection => Employees.ReadAllAsync(connection, request, progress, cancellationToken));

    /// <summary>Reads some people.</summary>
    /// <exception cref="EmployeeSourceException">Anything short of a complete read, missing credentials included.</exception>
    public Task<EmployeeRead> ReadSomeAsync(
        DirectoryRecord directory, ReadRequest request, IReadOnlyCollection<string> employeeIds, CancellationToken cancellationToken) =>
        KeepingBudgetsAsync(directory, connection => Employees.ReadSomeAsync(connection, request, employeeIds, cancellationToken));

    /// <summary>Every field that the directory's HR system has.</summary>
    /// <exception cref="EmployeeSourceException">The HR system could not be asked.</exception>
    public Task<IReadOnlyList<FieldInfo>> ReadFieldsAsync(DirectoryRecord directory, CancellationToken cancellationToken) =>
        KeepingBudgetsAsync(directory, connection => Employees.ReadFieldsAsync(connection, cancellationToken));

    /// <summary>The id of whoever has this work e-mail address; null when nobody to be seen does.</summary>
    /// <exception cref="EmployeeSourceException">The HR system could not be asked, missing credentials included.</exception>
    public Task<string?> FindIdAsync(DirectoryRecord directory, string email, CancellationToken cancellationToken) =>
        KeepingBudgetsAsync(directory, connection => Employees.FindIdAsync(connection, email, cancellationToken));

    /// <summary>Whether a service user can read people as the directory needs them, and if not, why; nothing is stored.</summary>
    public Task<SourceAccess> CheckAccessAsync(SourceConnection connection, ReadRequest request, CancellationToken cancellationToken) =>
        Employees.CheckAccessAsync(connection, request, cancellationToken);

    /// <summary>The directory's own connection.</summary>
    /// <exception cref="EmployeeSourceException">It has no credentials, or none that can be decrypted.</exception>
    public SourceConnection Connection(DirectoryRecord directory) => directory is { ServiceUserId: { } userId, ProtectedToken: { } protectedToken }
        ? new SourceConnection(new Uri(directory.BaseUrl), userId, Token(directory.Key, protectedToken))
        : throw new EmployeeSourceException(
            SourceFailure.InvalidCredentials,
            directory.Origin is DirectoryOrigin.Settings
                ? $"Directory {directory.Key} has no service user. Set its HiBob:ServiceUserId and HiBob:Token."
                : $"Directory {directory.Key} has no service user. Enter the id and token of one.");

    private async Task<T> KeepingBudgetsAsync<T>(DirectoryRecord directory, Func<SourceConnection, Task<T>> read)
    {
        var connection = Connection(directory);
        try
        {
            return await read(connection);
        }
        finally
        {
            // Also of a read that failed, perhaps for want of just this; and not cancelled with it.
            await budgets.KeepAsync(new DirectoryId(directory.Id), Employees.Budgets(connection), CancellationToken.None);
        }
    }

    private string Token(string directoryKey, string protectedToken)
    {
        try
        {
            return protector.Unprotect(directoryKey, protectedToken);
        }
        catch (CryptographicException unreadable)
        {
            throw new EmployeeSourceException(
                SourceFailure.InvalidCredentials,
                $"The stored token of directory {directoryKey} can't be decrypted: Secrets:Key is not the one it was stored under. "
                + "Give the server that key back, or enter the token again.",
                unreadable);
        }
    }
}
