using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;

namespace ScimBridge.Admin.Pages.People;

/// <summary>Which groups a list shows, and which page of them; all of it is in the page's address.</summary>
/// <param name="Search">What is searched for; empty for nothing.</param>
/// <param name="Source">What the groups are made from; null for all.</param>
/// <param name="Page">The page, counted from 1.</param>
internal sealed record GroupQuery(string Search, string? Source, int Page)
{
    /// <summary>Reads what stands in an address; what makes no sense there is taken for left out.</summary>
    public static GroupQuery Of(string? search, string? source, string? page)
    {
        var users = UserQuery.Of(search, null, source, null, null, page);
        return new GroupQuery(users.Search, users.Group, users.Page);
    }

    /// <summary>The address of the list below a page's own.</summary>
    public string Url(string path)
    {
        (string Name, string? Value)[] parts =
            [("q", Search), ("source", Source), ("page", Page == 1 ? null : Page.ToString(CultureInfo.InvariantCulture))];
        return QueryHelpers.AddQueryString(path, parts.Where(part => !string.IsNullOrEmpty(part.Value)).ToDictionary(part => part.Name, part => part.Value));
    }
}
