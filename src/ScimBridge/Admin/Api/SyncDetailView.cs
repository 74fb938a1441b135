using System.Diagnostics.CodeAnalysis;

namespace ScimBridge.Admin.Api;

/// <summary>A sync run with the beginning of its ledger.</summary>
internal sealed record SyncDetailView : SyncView
{
    /// <summary>The run with its ledger.</summary>
    [SetsRequiredMembers]
    public SyncDetailView(SyncView run, IReadOnlyList<SyncIssueView> issues, int issueCount)
        : base(run)
    {
        Issues = issues;
        IssueCount = issueCount;
    }

    /// <summary>The first lines of the ledger.</summary>
    public IReadOnlyList<SyncIssueView> Issues { get; }

    /// <summary>How many lines the ledger has.</summary>
    public int IssueCount { get; }
}
