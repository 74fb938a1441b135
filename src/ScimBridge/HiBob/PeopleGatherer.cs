using Microsoft.Extensions.Options;
using ScimBridge.Employees;

namespace ScimBridge.HiBob;

/// <summary>Brings people from HiBob into a spool: the company at once or, where that is too much, in batches. All or nothing.</summary>
/// <remarks>
/// The list of ids and the batches are no one snapshot, so the list is asked for again behind the last batch. Whoever a batch left
/// out and the new list still has fails the read: nobody who is in HiBob all the while can be missing from it. Whoever is in
/// neither has vanished and is not in the read; whoever is new is read as well. Nobody is asked for twice, so nobody is there twice.
/// </remarks>
internal sealed partial class PeopleGatherer(
    HiBobClient client, HiBobWall wall, IOptions<HiBobOptions> options, ILogger<PeopleGatherer> logger)
{
    /// <summary>How often people who appeared meanwhile are read as well; later ones wait for the next read.</summary>
    private const int Rounds = 3;

    /// <summary>Everybody.</summary>
    public Task<PeopleGathered> EverybodyAsync(
        SourceConnection connection, HiBobFieldPlan plan, IProgress<int> progress, CancellationToken cancellationToken) =>
        GatherAsync(plan, gathered => EverybodyAsync(gathered, connection, progress, cancellationToken));

    /// <summary>Those with the ids, as far as they are to be seen.</summary>
    public Task<PeopleGathered> SomeAsync(
        SourceConnection connection, HiBobFieldPlan plan, IReadOnlyCollection<string> ids, CancellationToken cancellationToken) =>
        GatherAsync(plan, async gathered =>
        {
            var absent = await BatchesAsync(gathered, connection, [.. ids.Distinct(StringComparer.Ordinal)], new Progress<int>(), cancellationToken);
            if (absent.Count > 0)
            {
                var stillAbsent = 0;
                using var again = await GatherAsync(
                    plan.Only(HiBobFieldIds.Id),
                    async listed => stillAbsent = (await BatchesAsync(listed, connection, absent, new Progress<int>(), cancellationToken)).Count);
                CheckLeftOut(connection, absent.Count - stillAbsent);
            }
        });

    private async Task<PeopleGathered> GatherAsync(HiBobFieldPlan plan, Func<PeopleGathered, Task> gather)
    {
        var gathered = new PeopleGathered(plan, PeopleSpool.Create(options.Value.SpoolFolder));
        try
        {
            await gather(gathered);
            return gathered;
        }
        catch
        {
            gathered.Dispose();
            throw;
        }
    }

    private async Task EverybodyAsync(
        PeopleGathered gathered, SourceConnection connection, IProgress<int> progress, CancellationToken cancellationToken)
    {
        if (!wall.Stands(connection))
        {
            try
            {
                gathered.Add(await DownloadAsync(gathered, connection, HiBobCall.PeopleSearch(gathered.Plan.FieldIds), progress, cancellationToken));
                return;
            }
            catch (EmployeeSourceException exception) when (exception.Cause is SourceFailureCause.TooLarge or SourceFailureCause.TooSlow)
            {
                wall.Remember(connection);
                gathered.Spool.CutTo(0);
                gathered.Issues.Add(HiBobIssues.ReadInBatches(exception.Cause, options.Value));
                TooMuch(connection.UserId, exception.Cause, options.Value.BatchesFor);
            }
        }

        await InBatchesAsync(gathered, connection, progress, cancellationToken);
    }

    private async Task InBatchesAsync(
        PeopleGathered gathered, SourceConnection connection, IProgress<int> progress, CancellationToken cancellationToken)
    {
        var asked = new HashSet<string>(StringComparer.Ordinal);
        var absent = new List<string>();
        var listed = await ListAsync(gathered, connection, cancellationToken);
        var atFirst = listed.Count;
        for (var round = 0; round < Rounds && listed.Any(id => !asked.Contains(id)); round++)
        {
            var fresh = listed.Where(asked.Add).ToList();
            absent.AddRange(await BatchesAsync(gathered, connection, fresh, progress, cancellationToken));
            listed = await ListAsync(gathered, connection, cancellationToken);
            CheckLeftOut(connection, absent.Count(listed.Contains));
        }

        var appeared = asked.Count - atFirst + listed.Count(id => !asked.Contains(id));
        if (absent.Count > 0 || appeared > 0)
        {
            gathered.Issues.Add(HiBobIssues.ChangedWhileRead(absent.Count, appeared));
        }
    }

    // Returns those who did not come.
    private async Task<IReadOnlyList<string>> BatchesAsync(
        PeopleGathered gathered,
        SourceConnection connection,
        IReadOnlyList<string> ids,
        IProgress<int> progress,
        CancellationToken cancellationToken)
    {
        var absent = new List<string>();
        foreach (var batch in ids.Chunk(options.Value.BatchSize))
        {
            var call = HiBobCall.PeopleSearch(gathered.Plan.FieldIds, batch);
            var before = new ProgressFrom(progress, gathered.People.Count);
            var scanner = await DownloadAsync(gathered, connection, call, before, cancellationToken);
            var missing = batch.Where(id => !scanner.Observed.Has(id)).ToList();
            if (scanner.Observed.DistinctIds > batch.Length - missing.Count)
            {
                throw HiBobFailures.Unreadable(connection, call, "it holds people who were not asked for", null);
            }

            absent.AddRange(missing);
            gathered.Add(scanner);
        }

        return absent;
    }

    private async Task<HashSet<string>> ListAsync(PeopleGathered gathered, SourceConnection connection, CancellationToken cancellationToken)
    {
        using var list = await GatherAsync(gathered.Plan.Only(HiBobFieldIds.Id), async listed => listed.Add(
            await DownloadAsync(listed, connection, HiBobCall.Ids, new Progress<int>(), cancellationToken)));
        var reader = new PersonReader(list.Plan, new Dictionary<string, HiBobNamedList>(StringComparer.Ordinal));
        var ids = new HashSet<string>(StringComparer.Ordinal);
        for (var index = 0; index < list.People.Count; index++)
        {
            try
            {
                ids.Add(PeopleSlices.Read(list.Spool, list.People[index], index, reader).EmployeeId);
            }
            catch (EmployeeRejectedException rejected)
            {
                // Whoever has no id can't be asked for; said once, however often the list is read.
                if (!gathered.Issues.Contains(rejected.Issue))
                {
                    gathered.Issues.Add(rejected.Issue);
                }
            }
        }

        return ids;
    }

    private Task<PeopleScanner> DownloadAsync(
        PeopleGathered gathered, SourceConnection connection, HiBobCall call, IProgress<int> progress, CancellationToken cancellationToken)
    {
        var begin = gathered.Spool.Length;
        return client.ReadAsync(
            connection,
            call,
            (body, token) =>
            {
                gathered.Spool.CutTo(begin);
                return PeopleDownload.ReadAsync(body, gathered.Plan, gathered.Spool, progress, token);
            },
            cancellationToken);
    }

    private static void CheckLeftOut(SourceConnection connection, int people)
    {
        if (people > 0)
        {
            throw HiBobFailures.LeftOut(connection, people);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The whole company of {ServiceUser} is too much at once ({Cause}); reading it in batches for {Duration}")]
    private partial void TooMuch(string serviceUser, SourceFailureCause cause, TimeSpan duration);
}
