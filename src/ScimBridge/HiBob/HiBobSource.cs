using Microsoft.Extensions.Options;
using ScimBridge.Employees;

namespace ScimBridge.HiBob;

/// <summary>HiBob as a source of employees.</summary>
internal sealed partial class HiBobSource(HiBobClient client, IOptions<HiBobOptions> options, ILogger<HiBobSource> logger) : IEmployeeSource
{
    /// <inheritdoc/>
    public async Task<EmployeeRead> ReadAllAsync(SourceConnection connection, IProgress<int> progress, CancellationToken cancellationToken)
    {
        var metadata = await client.ReadAsync(
            connection,
            HiBobCall.Fields,
            (body, token) => HiBobDocument.ReadAsync(body, HiBobFieldMetadata.Parse, token),
            cancellationToken);
        var plan = HiBobFieldPlan.Make(options.Value.AdditionalFields, metadata);
        if (plan.IndexOf(HiBobFieldIds.LifecycleStatus) < 0)
        {
            throw HiBobFailures.MissingLifecycle(connection);
        }

        var lists = new HiBobLists();
        await lists.ReadAsync(client, connection, HiBobFieldCatalogue.DepartmentList, cancellationToken);
        await lists.ReadAsync(client, connection, HiBobFieldCatalogue.SiteList, cancellationToken);

        var (spool, scanner) = await client.ReadAsync(
            connection,
            HiBobCall.PeopleSearch(plan.FieldIds),
            (body, token) => DownloadAsync(body, plan, progress, token),
            cancellationToken);
        try
        {
            var unseen = Check(connection, scanner);
            foreach (var list in scanner.Observed.NeededLists)
            {
                await lists.ReadAsync(client, connection, list, cancellationToken);
            }

            IReadOnlyList<SourceIssue> issues = [.. plan.Issues, .. unseen.Select(HiBobIssues.NotPermitted), .. lists.Issues];
            ReadDone(scanner.People.Count, spool.Length, issues.Count);
            return new HiBobEmployeeRead(spool, scanner.People, plan, lists, issues);
        }
        catch
        {
            spool.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public Employee Interpret(EmployeeFields fields) => HiBobInterpreter.Interpret(fields);

    private async Task<(PeopleSpool Spool, PeopleScanner Scanner)> DownloadAsync(
        HiBobBody body, HiBobFieldPlan plan, IProgress<int> progress, CancellationToken cancellationToken)
    {
        var spool = PeopleSpool.Create(options.Value.SpoolFolder);
        try
        {
            return (spool, await PeopleDownload.ReadAsync(body, plan, spool, progress, cancellationToken));
        }
        catch
        {
            spool.Dispose();
            throw;
        }
    }

    private static HiBobField[] Check(SourceConnection connection, PeopleScanner scanner)
    {
        if (scanner.People.Count == 0)
        {
            throw HiBobFailures.Empty(connection);
        }

        var unseen = scanner.Observed.Unseen.ToArray();
        return unseen.Any(field => field.Id is HiBobFieldIds.LifecycleStatus) ? throw HiBobFailures.MissingLifecycle(connection) : unseen;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Read {People} people in {Bytes} bytes from HiBob, with {Issues} issues")]
    private partial void ReadDone(int people, long bytes, int issues);
}
