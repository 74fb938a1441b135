using ScimBridge.Directories;
using ScimBridge.Protocol;
using ScimBridge.Protocol.Filtering;
using ScimBridge.Protocol.Json;
using ScimBridge.Protocol.Schemas;
using ScimBridge.Protocol.Sorting;
using ScimBridge.Storage;
using ScimBridge.Storage.Filtering;
using ScimBridge.Storage.Reading;

namespace ScimBridge.Admin.Pages.People;

/// <summary>Finds users and groups by the same filters, orders and SQL as SCIM clients.</summary>
/// <param name="schemas">The attributes of each version.</param>
/// <param name="limits">How large a filter may be.</param>
/// <param name="resources">Where they are.</param>
/// <param name="bearers">The versions.</param>
/// <param name="time">The clock of <see cref="Longest"/>.</param>
internal sealed class PeopleLists(DirectorySchemas schemas, FilterLimits limits, ResourceStore resources, BearerStore bearers, TimeProvider time)
{
    /// <summary>How many a page has.</summary>
    public const int PageSize = 50;

    /// <summary>How long a reader waits for a page.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(15);

    /// <summary>The users that a query asks for, at one version of a directory.</summary>
    public async Task<FoundUsers> UsersAsync(DirectoryId directory, int version, UserQuery query, string baseUrl, CancellationToken cancellationToken)
    {
        if (await bearers.FindVersionAsync(directory, version, cancellationToken) is not { } published)
        {
            return new FoundUsers();
        }

        var catalog = schemas.Of(published).Catalog;
        try
        {
            var (filter, text) = Filter(query, catalog);
            var sort = query.Order is null ? null : SortKey.Parse(UserQuery.Orders[query.Order], query.Descending ? "descending" : null, catalog, [User]);
            var list = new ListQuery(published, [ResourceTable.Users], filter is null ? null : [filter], sort, baseUrl)
            {
                Skip = (query.Page - 1) * PageSize,
                Take = PageSize,
            };
            var page = await ReadAsync(list, cancellationToken);
            return page is null
                ? new FoundUsers { TookTooLong = true }
                : new FoundUsers { Total = page.Total, Users = [.. page.Resources.Select(user => ScimJson.DeserializeUser(user.Body))], ScimPath = Path(text, query) };
        }
        catch (ScimException refused)
        {
            return new FoundUsers { Fault = new FilterFault(refused.Error.Detail, refused.Character) };
        }
    }

    /// <summary>A page of the groups whose names have all words of a search, of one source or of all, in the order of the directory.</summary>
    public async Task<StoredPage> GroupsAsync(
        DirectoryId directory, int version, string search, string? source, int page, CancellationToken cancellationToken)
    {
        if (await bearers.FindVersionAsync(directory, version, cancellationToken) is not { } published)
        {
            return new StoredPage(0, []);
        }

        var catalog = schemas.Of(published).Catalog;
        var ofSource = source is null ? null : $"externalId sw {SearchFilter.Quoted(source + ":")}";
        var filter = Joined([SearchFilter.OfGroups(search), ofSource]) is { } text
            ? FilterBinder.Bind(FilterParser.Parse(text, FilterLimits.Default), catalog, Group)
            : null;
        var list = new ListQuery(published, [ResourceTable.Groups], filter is null ? null : [filter], SortKey.Parse("displayName", null, catalog, [Group]), "")
        {
            Skip = (page - 1) * PageSize,
            Take = PageSize,
        };
        return await ReadAsync(list, cancellationToken) ?? new StoredPage(0, []);
    }

    private static string User => ResourceTable.Users.ResourceType;

    private static string Group => ResourceTable.Groups.ResourceType;

    /// <summary>The page; null when it took too long.</summary>
    private async Task<StoredPage?> ReadAsync(ListQuery list, CancellationToken cancellationToken)
    {
        using var tooLong = new CancellationTokenSource(Longest, time);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, tooLong.Token);
        try
        {
            return await resources.ListAsync(list, end.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }

    /// <summary>All that narrows the list, as it is looked for and as a client writes it.</summary>
    private (BoundFilter? Filter, string? Text) Filter(UserQuery query, SchemaCatalog catalog)
    {
        // The one typed by hand is read by itself, so that what is wrong with it is at a place of the text that was typed.
        var typed = query.Filter.Length == 0 ? null : FilterBinder.Bind(FilterParser.Parse(query.Filter, limits), catalog, User);
        var ours = Joined(
        [
            query.Group is null ? null : $"groups.value eq {SearchFilter.Quoted(query.Group)}",
            query.Active is { } active ? $"active eq {(active ? "true" : "false")}" : null,
            SearchFilter.OfUsers(query.Search),
        ]);
        var bound = ours is null ? null : FilterBinder.Bind(FilterParser.Parse(ours, FilterLimits.Default), catalog, User);
        return (typed, bound) switch
        {
            (null, _) => (bound, ours),
            (_, null) => (typed, query.Filter),
            _ => (new BoundLogical(LogicalOperator.And, bound, typed), $"{ours} and ({query.Filter})"),
        };
    }

    private static string? Joined(IEnumerable<string?> filters)
    {
        var given = filters.OfType<string>().ToList();
        return given.Count == 0 ? null : string.Join(" and ", given);
    }

    private static string Path(string? filter, UserQuery query)
    {
        List<string> parts = [];
        if (filter is not null)
        {
            parts.Add($"filter={Uri.EscapeDataString(filter)}");
        }

        if (query.Order is { } order)
        {
            parts.Add($"sortBy={Uri.EscapeDataString(UserQuery.Orders[order])}{(query.Descending ? "&sortOrder=descending" : "")}");
        }

        return parts.Count == 0 ? "/Users" : "/Users?" + string.Join('&', parts);
    }
}
