using System.Diagnostics;
using ScimBridge.Admin.Pages.Shell;
using ScimBridge.Mapping;
using ScimBridge.Storage.Records;
using ScimBridge.Sync.Reviewing;

namespace ScimBridge.Admin.Pages.Attributes;

/// <summary>Works out what is wrong with a draft, and what it would change, again after each change of it.</summary>
internal sealed partial class DraftReview(RulesEditor editor, TimeProvider time, ILogger<DraftReview> logger) : IDisposable
{
    /// <summary>How long it waits for the next key to be pressed.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(400);

    /// <summary>A look that took longer is not taken again by itself.</summary>
    private static readonly TimeSpan Slow = TimeSpan.FromSeconds(3);

    private readonly Latest current = new();
    private readonly Latest tried = new();
    private bool isSlow;

    /// <summary>What is wrong with the draft; empty when nothing is, or when it was not looked at yet.</summary>
    public IReadOnlyList<RuleFault> Faults { get; private set; } = [];

    /// <summary>What the draft would change; null while that is not known.</summary>
    public RulesPreview? Preview { get; private set; }

    /// <summary>What the draft would make of the person whom it is tried out on; null for nobody, or somebody who is no user.</summary>
    public PersonPreview? Person { get; private set; }

    /// <summary>Whether it is being tried out.</summary>
    public bool IsTrying { get; private set; }

    /// <summary>Whether it is being worked out what the draft would change.</summary>
    public bool IsBusy { get; private set; }

    /// <summary>Whether somebody has to ask for it, because the directory is large.</summary>
    public bool Waits { get; private set; }

    /// <summary>What failed; null when nothing did.</summary>
    public string? Failure { get; private set; }

    /// <summary>The edition of the draft that all this is about.</summary>
    public int Edition { get; private set; } = -1;

    /// <summary>Looks at the draft once it has been left alone for a moment. A later call ends an earlier one.</summary>
    /// <param name="directory">The directory.</param>
    /// <param name="draft">The draft.</param>
    /// <param name="asked">Whether somebody asked for it, so that it is worked out however long that takes.</param>
    /// <returns>Whether there is something new to show.</returns>
    public async Task<bool> LookAsync(DirectoryRecord directory, RulesDraft draft, bool asked)
    {
        var cancellationToken = current.Begin();
        var edition = draft.Edition;
        var rules = draft.Rules;
        if (draft.TextFault is { } unreadable)
        {
            (Faults, Preview, IsBusy, Waits, Failure, Edition) = ([unreadable], null, false, false, null, edition);
            return true;
        }

        (IsBusy, Failure) = (true, null);
        return await WorkAsync(
            asked ? TimeSpan.Zero : Pause,
            async () =>
            {
                var faults = await editor.FaultsAsync(directory, DirectoryRulesJson.Write(rules), cancellationToken);
                var waits = isSlow && !asked;
                var preview = faults.Count > 0 || waits ? null : await PreviewAsync(directory, rules, cancellationToken);
                cancellationToken.ThrowIfCancellationRequested();
                (Faults, Preview, IsBusy, Waits, Edition) = (faults, preview, false, waits && faults.Count == 0, edition);
            },
            () =>
            {
                (Preview, IsBusy, Edition) = (null, false, edition);
                Failure = "What the draft would change could not be worked out; the server's log says why. The draft is kept.";
            },
            cancellationToken);
    }

    /// <summary>Tries the draft out on one person, once it has been left alone for a moment. A later call ends an earlier one.</summary>
    /// <returns>Whether there is something new to show.</returns>
    public async Task<bool> TryOnAsync(DirectoryRecord directory, RulesDraft draft, string employeeId)
    {
        var cancellationToken = tried.Begin();
        var rules = draft.Rules;
        IsTrying = true;
        return await WorkAsync(
            Pause,
            async () =>
            {
                var isSound = draft.TextFault is null && (await editor.FaultsAsync(directory, DirectoryRulesJson.Write(rules), cancellationToken)).Count == 0;
                var person = isSound ? await editor.TryOnAsync(directory, rules, employeeId, time.GetUtcNow(), cancellationToken) : null;
                cancellationToken.ThrowIfCancellationRequested();
                (Person, IsTrying) = (person, false);
            },
            () =>
            {
                (Person, IsTrying) = (null, false);
                Failure = "The draft could not be tried out on this person; the server's log says why. The draft is kept.";
            },
            cancellationToken);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        current.Dispose();
        tried.Dispose();
    }

    /// <summary>Works after a pause, unless a later call has ended this one by then.</summary>
    /// <returns>Whether there is something new to show, a failure included.</returns>
    private async Task<bool> WorkAsync(TimeSpan pause, Func<Task> work, Action failed, CancellationToken cancellationToken)
    {
        try
        {
            await Task.Delay(pause, time, cancellationToken);

            // Off the page's own thread of events, which has to answer keys meanwhile.
            await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
            await work();
            return true;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return false;
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            NotTriedOut(exception);
            failed();
            return true;
        }
    }

    private async Task<RulesPreview> PreviewAsync(DirectoryRecord directory, DirectoryRules rules, CancellationToken cancellationToken)
    {
        var begun = Stopwatch.GetTimestamp();
        var preview = await editor.PreviewAsync(directory, rules, employeeId: null, time.GetUtcNow(), cancellationToken);
        isSlow = Stopwatch.GetElapsedTime(begun) > Slow;
        return preview;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A draft of rules could not be tried out")]
    private partial void NotTriedOut(Exception exception);
}
