using System.Globalization;
using ScimBridge.Storage;

namespace ScimBridge.Admin.Actions;

/// <summary>Making, renaming and deleting organizations.</summary>
internal sealed class OrganizationActions(OrganizationStore organizations, AuditTrail trail)
{
    /// <summary>Makes an organization. Its name must not be another one's, however that is written.</summary>
    public async Task<Outcome<OrganizationSummary>> MakeAsync(AuditActor actor, string? name, CancellationToken cancellationToken)
    {
        if (AdminNames.Fault(name) is { } fault)
        {
            return fault;
        }

        if (await organizations.MakeAsync(name!.Trim(), cancellationToken) is not { } made)
        {
            return NameTaken(name);
        }

        await NoteAsync(actor, "organization.create", made.Id, $"'{made.Name}'");
        return new OrganizationSummary(made, 0);
    }

    /// <summary>Renames an organization that nobody has changed since <paramref name="revision"/>.</summary>
    public async Task<Outcome<OrganizationSummary>> RenameAsync(
        AuditActor actor, int id, int revision, string? name, CancellationToken cancellationToken)
    {
        if (AdminNames.Fault(name) is { } fault)
        {
            return fault;
        }

        switch (await organizations.RenameAsync(id, revision, name!.Trim(), cancellationToken))
        {
            case ChangeAnswer.NotFound:
                return NoSuchOrganization(id);
            case ChangeAnswer.Outdated:
                return Outdated(id);
            case ChangeAnswer.NameTaken:
                return NameTaken(name);
            default:
                await NoteAsync(actor, "organization.rename", id, $"To '{name.Trim()}'");
                return await organizations.FindAsync(id, cancellationToken) is { } renamed ? renamed : NoSuchOrganization(id);
        }
    }

    /// <summary>Deletes an organization that has no directories and that nobody has changed since <paramref name="revision"/>.</summary>
    /// <returns>What was deleted.</returns>
    public async Task<Outcome<OrganizationSummary>> DeleteAsync(AuditActor actor, int id, int revision, CancellationToken cancellationToken)
    {
        var found = await organizations.FindAsync(id, cancellationToken);
        switch (found is null ? ChangeAnswer.NotFound : await organizations.DeleteAsync(id, revision, cancellationToken))
        {
            case ChangeAnswer.NotFound:
                return NoSuchOrganization(id);
            case ChangeAnswer.Outdated:
                return Outdated(id);
            case ChangeAnswer.InUse:
                return Refusal.Conflict($"Organization '{found!.Organization.Name}' has directories. Move them to another one, or delete them, first.");
            default:
                await NoteAsync(actor, "organization.delete", id, $"'{found!.Organization.Name}'");
                return found;
        }
    }

    /// <summary>There is no such organization.</summary>
    public static Refusal NoSuchOrganization(object id) => Refusal.NotFound($"There is no organization '{id}'.");

    private static Refusal NameTaken(string? name) => Refusal.Conflict($"There is an organization called '{name?.Trim()}' already. Take another name.");

    private static Refusal Outdated(int id) => Refusal.Outdated(
        $"Organization '{id}' has been changed since you read it. Read it again and make your change there.");

    private Task NoteAsync(AuditActor actor, string action, int id, string detail) =>
        trail.NoteAsync(actor, action, directoryKey: null, id.ToString(CultureInfo.InvariantCulture), detail);
}
