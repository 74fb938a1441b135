using System.Text.Json;
using ScimBridge.Protocol.Filtering;
using ScimBridge.Protocol.Json;
using ScimBridge.Protocol.Schemas;
using ScimBridge.Storage;
using ScimBridge.Storage.Filtering;
using ScimBridge.Storage.Reading;

namespace ScimBridge.Admin.Pages.Attributes;

/// <summary>Finds people of a directory by name, to try rules out on.</summary>
internal sealed class PersonSearch(DirectoryStore directories, ResourceStore resources)
{
    /// <summary>How many are found at most.</summary>
    public const int Most = 10;

    private const int Longest = 200;

    /// <summary>The users in whose name or userName the text is, or whose id it is; the first ones for an empty text.</summary>
    public async Task<IReadOnlyList<PersonFound>> FindAsync(DirectoryId directory, string text, CancellationToken cancellationToken)
    {
        if (await directories.CurrentVersionAsync(directory, cancellationToken) is not { } version)
        {
            return [];
        }

        var read = new DirectoryVersion(directory, version.Version, version.At.UtcTicks, version.Users, version.Groups, version.CustomAttributes);
        var wanted = text.Trim().Replace("\0", "", StringComparison.Ordinal);
        var page = await resources.ListAsync(
            new ListQuery(read, [ResourceTable.Users], wanted.Length == 0 ? null : [Filter(wanted)], null, "") { Take = Most }, cancellationToken);
        return [.. page.Resources.Select(Of)];
    }

    private static BoundFilter Filter(string text)
    {
        var value = JsonSerializer.Serialize(text.Length > Longest ? text[..Longest] : text);
        var filter = FilterParser.Parse($"displayName co {value} or userName co {value} or externalId eq {value}", FilterLimits.Default);
        return FilterBinder.Bind(filter, SchemaCatalog.Load(), ResourceTable.Users.ResourceType);
    }

    private static PersonFound Of(StoredResource resource)
    {
        var user = ScimJson.DeserializeUser(resource.Body);
        return new PersonFound(user.ExternalId ?? "", user.DisplayName ?? user.UserName ?? user.ExternalId ?? "", user.Title ?? user.UserName ?? "");
    }
}
