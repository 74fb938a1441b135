using ScimBridge.Storage.Records;

namespace ScimBridge.Admin.Actions;

/// <summary>What whoever opens a setup link finds.</summary>
/// <param name="State">Whether the link can be used.</param>
/// <param name="Link">The link; null when there is none.</param>
/// <param name="Directory">The directory to be linked; null unless the link can be used.</param>
internal sealed record SetupLook(SetupLinkState State, SetupLinkRecord? Link, DirectoryRecord? Directory);
