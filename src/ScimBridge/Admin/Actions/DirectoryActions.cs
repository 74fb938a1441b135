using System.Globalization;
using ScimBridge.Directories;
using ScimBridge.Employees;
using ScimBridge.Storage;
using ScimBridge.Storage.Records;

namespace ScimBridge.Admin.Actions;

/// <summary>Making directories, renaming them and moving them to another organization.</summary>
internal sealed class DirectoryActions(
    DirectoryStore directories, DirectoryEditStore edits, OrganizationStore organizations, IEmployeeSource source, DirectoryFollowUp followUp)
{
    // How many keys made from one name are tried; beyond that somebody else has to think of one.
    private const int MostKeys = 100;

    /// <summary>Makes a directory, which then waits for credentials.</summary>
    public async Task<Outcome<DirectoryRecord>> MakeAsync(AuditActor actor, DirectoryWish wish, CancellationToken cancellationToken)
    {
        if (await FaultAsync(wish, cancellationToken) is { } fault)
        {
            return fault;
        }

        var name = wish.Name!.Trim();
        var organization = string.IsNullOrWhiteSpace(wish.Organization) ? name : wish.Organization.Trim();
        var baseUrl = wish.BaseUrl is { } url ? new Uri(url.Trim()) : source.DefaultBaseUrl;
        var keys = wish.Key is { } given ? [given] : DirectoryKeys.Of(name).Where(key => key != DirectoryRegistrar.DemoKey).Take(MostKeys);
        foreach (var key in keys)
        {
            if (await edits.MakeAsync(new NewDirectory(key, name, wish.OrganizationId, organization, baseUrl), cancellationToken) is { } made)
            {
                return await followUp.ChangedAsync(actor, made, "directory.create", null, $"'{name}', read at {baseUrl.Authority}");
            }
        }

        return await FaultAsync(wish, cancellationToken) ?? await TakenAsync(wish.Key, cancellationToken);
    }

    /// <summary>Renames a directory and moves it to another organization, if nobody has changed it since <paramref name="revision"/>.</summary>
    /// <param name="actor">Who does it.</param>
    /// <param name="key">The directory's key, which stays.</param>
    /// <param name="revision">The revision that the caller has seen.</param>
    /// <param name="name">The new name; null to keep it.</param>
    /// <param name="organizationId">The other organization; null to keep it.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task<Outcome<DirectoryRecord>> ChangeAsync(
        AuditActor actor, string key, int revision, string? name, int? organizationId, CancellationToken cancellationToken)
    {
        if (await directories.FindAsync(key, cancellationToken) is not { } directory)
        {
            return Refusal.NoSuchDirectory(key);
        }

        if (DirectoryObjections.To(directory) is { } objection)
        {
            return objection;
        }

        if (name is not null && AdminNames.Fault(name) is { } fault)
        {
            return fault;
        }

        if (organizationId is { } id && await organizations.FindAsync(id, cancellationToken) is null)
        {
            return Refusal.Invalid($"There is no organization '{id}' to move the directory to.");
        }

        var (newName, newOrganization) = (name?.Trim() ?? directory.Name, organizationId ?? directory.OrganizationId);
        return await edits.ChangeAsync(new DirectoryId(directory.Id), revision, newName, newOrganization, cancellationToken)
            ? await followUp.ChangedAsync(
                actor, directory, "directory.change", null, string.Create(CultureInfo.InvariantCulture, $"Called '{newName}', of organization {newOrganization}"))
            : DirectoryObjections.Outdated(key);
    }

    private async Task<Refusal?> FaultAsync(DirectoryWish wish, CancellationToken cancellationToken)
    {
        if (AdminNames.Fault(wish.Name) is { } unnamed)
        {
            return unnamed;
        }

        if (wish.Key is { } key && (!DirectoryLimits.IsKey(key) || key == DirectoryRegistrar.DemoKey))
        {
            return Refusal.Invalid(
                $"key must be {DirectoryLimits.KeyRule}, of at most {DirectoryLimits.LongestKey} characters, and not '{DirectoryRegistrar.DemoKey}'. Leave it out to have one made from the name.");
        }

        if (wish.OrganizationId is { } id)
        {
            return await organizations.FindAsync(id, cancellationToken) is null ? Refusal.Invalid($"There is no organization '{id}'.") : UrlFault(wish.BaseUrl);
        }

        return wish.Organization is { } organization && AdminNames.Fault(organization, "organization") is { } fault ? fault : UrlFault(wish.BaseUrl);
    }

    private Refusal? UrlFault(string? baseUrl) => baseUrl is null ? null
        : !Uri.TryCreate(baseUrl.Trim(), UriKind.Absolute, out var url) ? Refusal.Invalid($"baseUrl must be an absolute URL, such as {source.DefaultBaseUrl}.")
        : source.BaseUrlFault(url) is { } fault ? Refusal.Invalid(fault)
        : null;

    private async Task<Refusal> TakenAsync(string? key, CancellationToken cancellationToken) => key is null
        ? Refusal.Conflict("There are too many directories of that name. Choose a key.")
        : await directories.FindAsync(key, cancellationToken) is { DeletingSince: not null }
            ? Refusal.Conflict($"The directory with the key '{key}' is being deleted. Restore it, or take the key once everything of it is gone.")
            : Refusal.Conflict($"There is a directory with the key '{key}' already. Choose another key.");
}
