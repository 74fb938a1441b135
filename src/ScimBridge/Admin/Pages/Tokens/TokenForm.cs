using ScimBridge.Admin.Actions;

namespace ScimBridge.Admin.Pages.Tokens;

/// <summary>A token while somebody says what it is to be.</summary>
internal sealed class TokenForm
{
    /// <summary>What it is called.</summary>
    public string Name { get; set; } = "";

    /// <summary>What it may read.</summary>
    public HashSet<string> Scopes { get; } = new(["read_users", "read_groups"], StringComparer.Ordinal);

    /// <summary>In how many days it ends; empty for never.</summary>
    public string Days { get; set; } = "365";

    /// <summary>The attributes that it shows, a line or a comma between them; empty for all.</summary>
    public string Attributes { get; set; } = "";

    /// <summary>Which users it shows; empty for all.</summary>
    public string Users { get; set; } = "";

    /// <summary>Which groups it shows; empty for all.</summary>
    public string Groups { get; set; } = "";

    /// <summary>Whether anything is typed.</summary>
    public bool IsFilled => string.Concat(Name, Attributes, Users, Groups).Length > 0;

    /// <summary>The wish.</summary>
    public TokenDraft ToDraft()
    {
        var attributes = Attributes.Split(['\n', ','], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var (users, groups) = (Said(Users), Said(Groups));
        return new TokenDraft
        {
            Name = Name,
            Scopes = [.. TokenWords.Scopes.Select(known => known.Scope).Where(Scopes.Contains)],
            ExpiresInDays = int.TryParse(Days, System.Globalization.CultureInfo.InvariantCulture, out var days) ? days : null,
            Attributes = attributes.Length == 0 ? null : attributes,
            Filters = users is null && groups is null ? null : new TokenFilters { Users = users, Groups = groups },
        };
    }

    /// <summary>Takes a scope or leaves it.</summary>
    public void Set(string scope, bool taken)
    {
        if (taken)
        {
            Scopes.Add(scope);
        }
        else
        {
            Scopes.Remove(scope);
        }
    }

    private static string? Said(string text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
