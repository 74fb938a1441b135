namespace ScimBridge.HiBob;

/// <summary>Reports progress on top of what was done before.</summary>
internal sealed class ProgressFrom(IProgress<int> progress, int before) : IProgress<int>
{
    /// <inheritdoc/>
    public void Report(int value) => progress.Report(before + value);
}
