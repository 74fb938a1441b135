namespace ScimBridge.Storage;

/// <summary>The run no longer holds its directory's lease, or the directory moved under it: it must stop and leave no trace.</summary>
internal sealed class LeaseLostException() : Exception(
    "Another run took over the directory while this one was slow or suspended. Nothing of this run was published.");
