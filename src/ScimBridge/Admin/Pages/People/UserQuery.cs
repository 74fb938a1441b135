using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using ScimBridge.Protocol;

namespace ScimBridge.Admin.Pages.People;

/// <summary>Which users a list shows, in which order, and which page of them; all of it is in the page's address.</summary>
internal sealed record UserQuery
{
    /// <summary>The orders that can be chosen, by their name in the address, with the SCIM attribute of each.</summary>
    public static readonly IReadOnlyDictionary<string, string> Orders = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["name"] = "displayName",
        ["userName"] = "userName",
        ["title"] = "title",
        ["department"] = $"{ScimSchemaUris.EnterpriseUser}:department",
        ["modified"] = "meta.lastModified",
    };

    /// <summary>What is searched for; empty for nothing.</summary>
    public string Search { get; init; } = "";

    /// <summary>Whether only active or only inactive users are shown; null for both.</summary>
    public bool? Active { get; init; }

    /// <summary>The SCIM id of the group whose members are shown; null for everybody.</summary>
    public string? Group { get; init; }

    /// <summary>A SCIM filter typed by hand; empty for none.</summary>
    public string Filter { get; init; } = "";

    /// <summary>A name of <see cref="Orders"/>; null for the order in which people joined the directory.</summary>
    public string? Order { get; init; }

    /// <summary>Whether the greatest comes first.</summary>
    public bool Descending { get; init; }

    /// <summary>The page, counted from 1.</summary>
    public int Page { get; init; } = 1;

    /// <summary>Whether anything narrows the list.</summary>
    public bool IsNarrowed => Search.Length > 0 || Active is not null || Group is not null || Filter.Length > 0;

    /// <summary>Reads what stands in an address; what makes no sense there is taken for left out.</summary>
    public static UserQuery Of(string? search, string? active, string? group, string? filter, string? sort, string? page)
    {
        var order = sort?.TrimStart('-');
        var isKnown = order is not null && Orders.ContainsKey(order);
        return new UserQuery
        {
            Search = search?.Trim() ?? "",
            Active = active switch { "yes" => true, "no" => false, _ => null },
            Group = string.IsNullOrWhiteSpace(group) || group.Any(char.IsControl) ? null : group,
            Filter = filter?.Trim() ?? "",
            Order = isKnown ? order : null,
            Descending = isKnown && sort!.StartsWith('-'),
            Page = int.TryParse(page, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and <= 10_000_000 ? number : 1,
        };
    }

    /// <summary>The same list in the order of a column, from its first page; the other way round where it is in that order already.</summary>
    public UserQuery By(string order) => this with { Order = order, Descending = Order == order && !Descending, Page = 1 };

    /// <summary>The address of the list below a page's own.</summary>
    /// <param name="path">The page.</param>
    /// <param name="within">The group that the page itself is about, which its address need not repeat.</param>
    public string Url(string path, string? within = null)
    {
        var sort = Order is null ? null : (Descending ? "-" : "") + Order;
        (string Name, string? Value)[] parts =
        [
            ("q", Search), ("active", Active switch { true => "yes", false => "no", _ => null }), ("group", Group == within ? null : Group),
            ("filter", Filter), ("sort", sort), ("page", Page == 1 ? null : Page.ToString(CultureInfo.InvariantCulture)),
        ];
        return QueryHelpers.AddQueryString(path, parts.Where(part => !string.IsNullOrEmpty(part.Value)).ToDictionary(part => part.Name, part => part.Value));
    }
}
