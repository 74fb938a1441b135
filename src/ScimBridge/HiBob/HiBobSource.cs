using Microsoft.Extensions.Options;
using ScimBridge.Employees;

namespace ScimBridge.HiBob;

/// <summary>HiBob as a source of employees.</summary>
internal sealed partial class HiBobSource(HiBobClient client, IOptions<HiBobOptions> options, ILogger<HiBobSource> logger) : IEmployeeSource
{
    /// <inheritdoc/>
    public IReadOnlyList<DefaultSource> DefaultSources => HiBobDefaultSources.All;

    /// <inheritdoc/>
    public IReadOnlyList<OptionalSource> OptionalSources => HiBobOptionalSources.All;

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, string> GroupFields => HiBobFieldCatalogue.GroupFields;

    /// <inheritdoc/>
    public async Task<EmployeeRead> ReadAllAsync(
        SourceConnection connection, ReadRequest request, IProgress<int> progress, CancellationToken cancellationToken)
    {
        var (plan, lists) = await PrepareAsync(connection, request, cancellationToken);
        return await SearchAsync(
            connection, HiBobCall.PeopleSearch(plan.FieldIds), plan, lists, progress, mayBeEmpty: false, cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<EmployeeRead> ReadSomeAsync(
        SourceConnection connection, ReadRequest request, IReadOnlyCollection<string> employeeIds, CancellationToken cancellationToken)
    {
        var (plan, lists) = await PrepareAsync(connection, request, cancellationToken);
        var call = HiBobCall.PeopleSearch(plan.FieldIds, HiBobFieldIds.Id, employeeIds);
        return await SearchAsync(connection, call, plan, lists, new Progress<int>(), mayBeEmpty: true, cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<string?> FindIdAsync(SourceConnection connection, string email, CancellationToken cancellationToken)
    {
        var plan = HiBobFieldPlan.Make(new ReadRequest([], []), new Dictionary<string, HiBobFieldMetadata>(StringComparer.Ordinal));
        var call = HiBobCall.PeopleSearch(plan.FieldIds, HiBobFieldIds.Email, [email]);
        var (spool, scanner) = await client.ReadAsync(
            connection, call, (body, token) => DownloadAsync(body, plan, new Progress<int>(), token), cancellationToken);
        await using var read = new HiBobEmployeeRead(spool, scanner.People, plan, new HiBobLists(), [], []);
        return read.Count == 0 ? null : read.Read(0).EmployeeId;
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<FieldInfo>> ReadFieldsAsync(SourceConnection connection, CancellationToken cancellationToken) =>
        [.. (await MetadataAsync(connection, cancellationToken)).Values.Select(HiBobFieldInfo.Of)];

    /// <inheritdoc/>
    public Employee Interpret(EmployeeFields fields) => HiBobInterpreter.Interpret(fields);

    private Task<IReadOnlyDictionary<string, HiBobFieldMetadata>> MetadataAsync(SourceConnection connection, CancellationToken cancellationToken) =>
        client.ReadAsync(
            connection,
            HiBobCall.Fields,
            (body, token) => HiBobDocument.ReadAsync(body, HiBobFieldMetadata.Parse, token),
            cancellationToken);

    private async Task<(HiBobFieldPlan Plan, HiBobLists Lists)> PrepareAsync(
        SourceConnection connection, ReadRequest request, CancellationToken cancellationToken)
    {
        var metadata = await MetadataAsync(connection, cancellationToken);
        var wanted = request with { Fields = [.. request.Fields, .. options.Value.AdditionalFields] };
        var plan = HiBobFieldPlan.Make(wanted, metadata);
        if (plan.IndexOf(HiBobFieldIds.LifecycleStatus) < 0)
        {
            throw HiBobFailures.MissingLifecycle(connection);
        }

        var lists = new HiBobLists();
        foreach (var list in plan.CatalogueFields.Select(field => field.List).OfType<string>())
        {
            await lists.ReadAsync(client, connection, list, cancellationToken);
        }

        return (plan, lists);
    }

    private async Task<EmployeeRead> SearchAsync(
        SourceConnection connection,
        HiBobCall call,
        HiBobFieldPlan plan,
        HiBobLists lists,
        IProgress<int> progress,
        bool mayBeEmpty,
        CancellationToken cancellationToken)
    {
        var (spool, scanner) = await client.ReadAsync(
            connection, call, (body, token) => DownloadAsync(body, plan, progress, token), cancellationToken);
        try
        {
            var unseen = mayBeEmpty && scanner.People.Count == 0 ? [] : Check(connection, scanner);
            foreach (var list in scanner.Observed.NeededLists)
            {
                await lists.ReadAsync(client, connection, list, cancellationToken);
            }

            IReadOnlyList<SourceIssue> issues = [.. plan.Issues, .. unseen.Select(HiBobIssues.NotPermitted), .. lists.Issues];
            ReadDone(scanner.People.Count, spool.Length, issues.Count);
            return new HiBobEmployeeRead(spool, scanner.People, plan, lists, HiBobFieldReports.Of(plan, scanner.Observed), issues);
        }
        catch
        {
            spool.Dispose();
            throw;
        }
    }

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
