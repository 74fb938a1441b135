using ScimBridge.Storage;

namespace ScimBridge.Admin.Api;

/// <summary>An organization as the admin API shows it.</summary>
/// <param name="Id">Its number, by which routes name it.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Directories">How many directories it has.</param>
internal sealed record OrganizationView(int Id, string Name, int Directories)
{
    /// <summary>The organization as the API shows it.</summary>
    public static OrganizationView Of(OrganizationSummary summary) => new(summary.Organization.Id, summary.Organization.Name, summary.Directories);
}
