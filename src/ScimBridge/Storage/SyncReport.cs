using ScimBridge.Storage.Records;

namespace ScimBridge.Storage;

/// <summary>How far a run is.</summary>
/// <param name="Stage">What it is doing.</param>
/// <param name="Read">How many people have been read.</param>
/// <param name="Planned">How many changes the plan has.</param>
/// <param name="Applied">How many rows of the next version are written.</param>
internal readonly record struct SyncReport(SyncStage Stage, int Read, int Planned, int Applied);
