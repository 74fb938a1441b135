using ScimBridge.Storage.Records;

namespace ScimBridge.Admin.Api;

/// <summary>Whoever asks.</summary>
/// <param name="Name">The key's name, as the audit log has it.</param>
/// <param name="Role">What it may do.</param>
internal sealed record MeView(string Name, AdminRole Role);
