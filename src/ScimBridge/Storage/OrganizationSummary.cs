using ScimBridge.Storage.Records;

namespace ScimBridge.Storage;

/// <summary>An organization and how many directories it has.</summary>
internal sealed record OrganizationSummary(OrganizationRecord Organization, int Directories);
