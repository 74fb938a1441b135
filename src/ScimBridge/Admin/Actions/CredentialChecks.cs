using ScimBridge.Directories;
using ScimBridge.Employees;
using ScimBridge.Storage.Records;
using ScimBridge.Sync;

namespace ScimBridge.Admin.Actions;

/// <summary>Checks credentials against HiBob, step by step. Stores nothing.</summary>
internal sealed class CredentialChecks(SyncSource source, DirectoryMappings mappings, TimeProvider time)
{
    // Longer than HiBob takes for any company that can be read, and no longer than somebody waits.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    /// <summary>Checks what somebody entered.</summary>
    public async Task<CredentialCheck> OfAsync(DirectoryRecord directory, Credentials entered, CancellationToken cancellationToken)
    {
        var (userId, token) = (entered.ServiceUserId?.Trim(), entered.Token?.Trim());
        if ((CredentialLimits.IdFault(userId) ?? CredentialLimits.TokenFault(token)) is { } fault)
        {
            return CredentialSteps.Refused("credentials", fault, "Copy id and token from HiBob, each into its own field.");
        }

        var baseUrl = (entered.BaseUrl ?? directory.BaseUrl).Trim();
        return Uri.TryCreate(baseUrl, UriKind.Absolute, out var url)
            ? await OfAsync(directory, new SourceConnection(url, userId!, token!), cancellationToken)
            : CredentialSteps.Refused("address", "The base URL is not an absolute URL.", $"Use {source.Employees.DefaultBaseUrl}, or leave it out.");
    }

    /// <summary>Checks what the directory has.</summary>
    public async Task<CredentialCheck> OfStoredAsync(DirectoryRecord directory, CancellationToken cancellationToken)
    {
        try
        {
            return await OfAsync(directory, source.Connection(directory), cancellationToken);
        }
        catch (EmployeeSourceException unlinked)
        {
            return CredentialSteps.Refused("credentials", unlinked.Message);
        }
    }

    private async Task<CredentialCheck> OfAsync(DirectoryRecord directory, SourceConnection connection, CancellationToken cancellationToken)
    {
        var mapping = await mappings.OfAsync(directory, directory.RulesRevision, cancellationToken);
        using var patience = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        try
        {
            return CredentialSteps.Of(await source.CheckAccessAsync(connection, mapping.ReadRequest, either.Token), connection.UserId);
        }
        catch (OperationCanceledException) when (patience.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            return CredentialSteps.Refused(
                "connection", $"HiBob did not answer within {Patience.TotalMinutes:0} minutes.", "Try again later, and look at HiBob's status page.");
        }
    }
}
