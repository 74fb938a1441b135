using Microsoft.Extensions.Options;
using ScimBridge.Employees;

namespace ScimBridge.HiBob;

/// <summary>HiBob as a source of employees.</summary>
internal sealed class HiBobSource(HiBobClient client, HiBobReader reader, HiBobAccessCheck access, HiBobPacing pacing, IOptions<HiBobOptions> options) : IEmployeeSource
{
    /// <inheritdoc/>
    public IReadOnlyList<DefaultSource> DefaultSources => HiBobDefaultSources.All;

    /// <inheritdoc/>
    public IReadOnlyList<OptionalSource> OptionalSources => HiBobOptionalSources.All;

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, string> GroupFields => HiBobFieldCatalogue.GroupFields;

    /// <inheritdoc/>
    public Uri DefaultBaseUrl => HiBobHosts.Production;

    /// <inheritdoc/>
    public string? BaseUrlFault(Uri baseUrl)
    {
        try
        {
            HiBobHosts.Check(baseUrl, options.Value);
            return null;
        }
        catch (EmployeeSourceException refused)
        {
            return refused.Message;
        }
    }

    /// <inheritdoc/>
    public Task<EmployeeRead> ReadAllAsync(
        SourceConnection connection, ReadRequest request, IProgress<int> progress, CancellationToken cancellationToken) =>
        reader.ReadAllAsync(connection, request, progress, cancellationToken);

    /// <inheritdoc/>
    public Task<EmployeeRead> ReadSomeAsync(
        SourceConnection connection, ReadRequest request, IReadOnlyCollection<string> employeeIds, CancellationToken cancellationToken) =>
        reader.ReadSomeAsync(connection, request, employeeIds, cancellationToken);

    /// <inheritdoc/>
    public async Task<string?> FindIdAsync(SourceConnection connection, string email, CancellationToken cancellationToken)
    {
        var address = email.Trim();
        if (!address.Contains('@', StringComparison.Ordinal))
        {
            return null;
        }

        try
        {
            return await client.ReadAsync(
                connection,
                HiBobCall.Person(address, [HiBobFieldIds.Id]),
                (body, token) => HiBobDocument.ReadAsync(body, HiBobSinglePerson.Id, token),
                cancellationToken);
        }
        catch (EmployeeSourceException exception) when (exception.Cause is SourceFailureCause.NotFound)
        {
            return null;
        }
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<FieldInfo>> ReadFieldsAsync(SourceConnection connection, CancellationToken cancellationToken) =>
        [.. (await reader.MetadataAsync(connection, cancellationToken)).Values.Select(HiBobFieldInfo.Of)];

    /// <inheritdoc/>
    public Task<SourceAccess> CheckAccessAsync(SourceConnection connection, ReadRequest request, CancellationToken cancellationToken) =>
        access.CheckAsync(connection, request, cancellationToken);

    /// <inheritdoc/>
    public IReadOnlyList<SourceBudget> Budgets(SourceConnection connection) =>
        pacing.BudgetsOf(connection.BaseUrl.Authority, connection.UserId);

    /// <inheritdoc/>
    public Employee Interpret(EmployeeFields fields) => HiBobInterpreter.Interpret(fields);

    /// <inheritdoc/>
    public IReadOnlyList<SourceIssue> Oddities(EmployeeFields fields) => HiBobOddities.Of(fields);
}
