using System.Globalization;
using Microsoft.AspNetCore.Components;
using ScimBridge.Admin.Pages.DirectoryPages;
using ScimBridge.Admin.Pages.Shell;
using ScimBridge.Protocol.Resources;

namespace ScimBridge.Admin.Pages.People;

/// <summary>A list of users to search, narrow, order and page through; what it shows is what the page's address says.</summary>
public sealed partial class UserList
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(300);

    private readonly Latest typing = new();
    private readonly Latest loading = new();
    private UserQuery query = new();
    private FoundUsers? found;
    private ElementReference status;
    private string typed = "";
    private string sent = "";
    private string filter = "";
    private int version;
    private bool isLoading;
    private bool hasTurned;

    /// <summary>The address of the page that shows the list, without its query.</summary>
    [Parameter, EditorRequired]
    public required string Path { get; set; }

    /// <summary>The SCIM id of the group whose members the list has; null for everybody.</summary>
    [Parameter]
    public string? Within { get; set; }

    /// <summary>What is searched for.</summary>
    [Parameter]
    public string? Search { get; set; }

    /// <summary><c>yes</c> for active users, <c>no</c> for inactive ones.</summary>
    [Parameter]
    public string? Active { get; set; }

    /// <summary>The SCIM id of a group to narrow the list to.</summary>
    [Parameter]
    public string? Group { get; set; }

    /// <summary>A SCIM filter.</summary>
    [Parameter]
    public string? Filter { get; set; }

    /// <summary>A column to order by, behind a hyphen for the other way round.</summary>
    [Parameter]
    public string? Sort { get; set; }

    /// <summary>The page, counted from 1.</summary>
    [Parameter]
    public string? PageNumber { get; set; }

    [CascadingParameter]
    private DirectoryScope Scope { get; set; } = null!;

    private string Many => Within is null ? "Users" : "Members";

    private string Status
    {
        get
        {
            if (found is not { Fault: null, TookTooLong: false })
            {
                return found is null ? "" : "Nothing is shown.";
            }

            var first = ((query.Page - 1) * PeopleLists.PageSize) + 1;
            var count = Words.Count(found.Total, Within is null ? "user" : "member");
            return found.Users.Count == 0 || found.Users.Count == found.Total
                ? $"{count}."
                : $"{count}, {Words.Number(first)} to {Words.Number(first + found.Users.Count - 1)} are shown.";
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        typing.Dispose();
        loading.Dispose();
    }

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        var wanted = UserQuery.Of(Search, Active, Within ?? Group, Filter, Sort, PageNumber);
        if ((wanted == query && version == Scope.Record.Version) || Scope.Record.Version == 0)
        {
            return;
        }

        // What is being typed is ahead of the address; only what came from elsewhere, such as the way back, takes its place.
        (typed, sent) = wanted.Search == sent ? (typed, sent) : (wanted.Search, wanted.Search);
        filter = wanted.Filter == query.Filter ? filter : wanted.Filter;
        hasTurned = found is not null && wanted.Page != query.Page && wanted == query with { Page = wanted.Page };
        (query, version, isLoading) = (wanted, Scope.Record.Version, true);
        var current = loading.Begin();
        try
        {
            var page = await Lists.UsersAsync(Scope.Id, version, query, ScimUrl.Below(Navigation.BaseUri), current);
            if (!current.IsCancellationRequested)
            {
                (found, isLoading) = (page, false);
            }
        }
        catch (OperationCanceledException) when (current.IsCancellationRequested)
        {
            // The reader wants something else by now.
        }
    }

    /// <inheritdoc/>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (hasTurned && !isLoading)
        {
            // Otherwise whoever turned the page would stay at its end.
            hasTurned = false;
            await status.FocusAsync();
        }
    }

    private static bool? Truth(ChangeEventArgs change) => change.Value switch { "yes" => true, "no" => false, _ => null };

    private static DateTimeOffset? Changed(ScimUser user) =>
        DateTimeOffset.TryParse(user.Meta?.LastModified, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at : null;

    private string UrlOf(UserQuery other) => other.Url(Path, Within);

    private void Go(UserQuery other) => Navigation.NavigateTo(UrlOf(other));

    private async Task TypeAsync()
    {
        if (await typing.BeginAfterAsync(Pause) is null)
        {
            return;
        }

        // Each letter in the browser's history would be a step on the way back.
        sent = typed.Trim();
        Navigation.NavigateTo(UrlOf(query with { Search = sent, Page = 1 }), replace: true);
    }

    private RenderFragment Head(string label, string order) => builder =>
    {
        var isOrder = query.Order == order;
        builder.OpenElement(0, "th");
        builder.AddAttribute(1, "scope", "col");
        builder.AddAttribute(2, "aria-sort", isOrder ? query.Descending ? "descending" : "ascending" : null);
        builder.OpenElement(3, "a");
        builder.AddAttribute(4, "href", UrlOf(query.By(order)));
        builder.AddContent(5, label);
        builder.CloseElement();
        builder.OpenElement(6, "span");
        builder.AddAttribute(7, "aria-hidden", "true");
        builder.AddContent(8, isOrder ? query.Descending ? " \u25BC" : " \u25B2" : "");
        builder.CloseElement();
        builder.CloseElement();
    };
}
