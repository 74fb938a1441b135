using Microsoft.Extensions.Options;
using ScimBridge.Employees;

namespace ScimBridge.HiBob;

/// <summary>Makes complete reads: the metadata, what to ask for, the people, and the lists that give names and groups.</summary>
internal sealed partial class HiBobReader(
    HiBobClient client, PeopleGatherer people, IOptions<HiBobOptions> options, ILogger<HiBobReader> logger)
{
    /// <summary>HiBob's own limit for one request.</summary>
    private const int MaxFields = 400;

    /// <summary>The fields of the company, which need no permission to be read.</summary>
    public Task<IReadOnlyDictionary<string, HiBobFieldMetadata>> MetadataAsync(SourceConnection connection, CancellationToken cancellationToken) =>
        client.ReadAsync(
            connection,
            HiBobCall.Fields,
            (body, token) => HiBobDocument.ReadAsync(body, HiBobFieldMetadata.Parse, token),
            cancellationToken);

    /// <summary>What a request comes to in the company at hand.</summary>
    public async Task<HiBobFieldPlan> PlanAsync(SourceConnection connection, ReadRequest request, CancellationToken cancellationToken)
    {
        var metadata = await MetadataAsync(connection, cancellationToken);
        var plan = HiBobFieldPlan.Make(request with { Fields = [.. request.Fields, .. options.Value.AdditionalFields] }, metadata);
        if (plan.IndexOf(HiBobFieldIds.LifecycleStatus) < 0)
        {
            throw HiBobFailures.MissingLifecycle(connection);
        }

        return plan.Fields.Count <= MaxFields ? plan : throw HiBobFailures.TooManyFields(connection, plan.Fields.Count, MaxFields);
    }

    /// <summary>Everybody.</summary>
    public async Task<EmployeeRead> ReadAllAsync(
        SourceConnection connection, ReadRequest request, IProgress<int> progress, CancellationToken cancellationToken)
    {
        var plan = await PlanAsync(connection, request, cancellationToken);
        var lists = await ListsAsync(connection, plan, cancellationToken);
        var gathered = await people.EverybodyAsync(connection, plan, progress, cancellationToken);
        return await CompleteAsync(connection, gathered, lists, mayBeEmpty: false, cancellationToken);
    }

    /// <summary>Those with the ids, as far as they are to be seen.</summary>
    public async Task<EmployeeRead> ReadSomeAsync(
        SourceConnection connection, ReadRequest request, IReadOnlyCollection<string> ids, CancellationToken cancellationToken)
    {
        var plan = await PlanAsync(connection, request, cancellationToken);
        var lists = await ListsAsync(connection, plan, cancellationToken);
        var gathered = await people.SomeAsync(connection, plan, ids, cancellationToken);
        return await CompleteAsync(connection, gathered, lists, mayBeEmpty: true, cancellationToken);
    }

    private async Task<HiBobLists> ListsAsync(SourceConnection connection, HiBobFieldPlan plan, CancellationToken cancellationToken)
    {
        var lists = new HiBobLists();
        foreach (var list in plan.CatalogueFields.Select(field => field.List).OfType<string>())
        {
            await lists.ReadAsync(client, connection, list, cancellationToken);
        }

        return lists;
    }

    private async Task<EmployeeRead> CompleteAsync(
        SourceConnection connection, PeopleGathered gathered, HiBobLists lists, bool mayBeEmpty, CancellationToken cancellationToken)
    {
        try
        {
            var unseen = mayBeEmpty && gathered.People.Count == 0 ? [] : Unseen(connection, gathered);
            foreach (var list in gathered.Observed.NeededLists)
            {
                await lists.ReadAsync(client, connection, list, cancellationToken);
            }

            IReadOnlyList<SourceIssue> issues =
                [.. gathered.Plan.Issues, .. gathered.Issues, .. unseen.Select(HiBobIssues.NotPermitted), .. lists.Issues];
            ReadDone(gathered.People.Count, gathered.Spool.Length, issues.Count);
            return new HiBobEmployeeRead(gathered, lists, issues);
        }
        catch
        {
            gathered.Dispose();
            throw;
        }
    }

    private static HiBobField[] Unseen(SourceConnection connection, PeopleGathered gathered)
    {
        if (gathered.People.Count == 0)
        {
            throw HiBobFailures.Empty(connection);
        }

        var unseen = gathered.Observed.Unseen.ToArray();
        return unseen.Any(field => field.Id is HiBobFieldIds.LifecycleStatus) ? throw HiBobFailures.MissingLifecycle(connection) : unseen;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Read {People} people in {Bytes} bytes from HiBob, with {Issues} issues")]
    private partial void ReadDone(int people, long bytes, int issues);
}
