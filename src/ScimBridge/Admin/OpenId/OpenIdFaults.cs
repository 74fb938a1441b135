namespace ScimBridge.Admin.OpenId;

/// <summary>Finds every fault in the settings of the OpenID Connect provider, without repeating its secret.</summary>
internal static class OpenIdFaults
{
    private const string Section = "Admin:OpenIdConnect";

    /// <summary>The faults, one sentence each.</summary>
    public static IEnumerable<string> Of(AdminOpenIdOptions options)
    {
        if (!options.Enabled)
        {
            if (options is not { ClientId: null or "", ClientSecret: null or "", Roles.Count: 0 })
            {
                yield return $"{Section}:Authority is missing: set the provider's address, or nothing of {Section}.";
            }

            yield break;
        }

        if (!IsAuthority(options.Authority!))
        {
            yield return $"{Section}:Authority is not an https URL without query and fragment, such as https://login.example.com (http on loopback only).";
        }

        if (string.IsNullOrEmpty(options.ClientId))
        {
            yield return $"{Section}:ClientId is missing: set what the provider calls this server.";
        }

        if (string.IsNullOrEmpty(options.ClientSecret))
        {
            yield return $"{Section}:ClientSecret is missing: set the secret that the provider gave this server.";
        }

        if (string.IsNullOrWhiteSpace(options.RoleClaim))
        {
            yield return $"{Section}:RoleClaim is empty: name the claim that says roles or groups, such as 'roles'.";
        }

        if (options.Roles.Count == 0)
        {
            yield return $"{Section}:Roles is empty, so nobody could sign in: say which value of the claim means which of {AdminRoles.All}.";
        }

        foreach (var (value, role) in options.Roles)
        {
            if (AdminRoles.Of(role) is null)
            {
                yield return $"{Section}:Roles:{value} is '{role}', and must be one of {AdminRoles.All}.";
            }
        }

        if (string.IsNullOrWhiteSpace(options.Name))
        {
            yield return $"{Section}:Name is empty: say what the sign-in page is to call the provider, or leave it out.";
        }
    }

    private static bool IsAuthority(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var url)
        && (url.Scheme == Uri.UriSchemeHttps || (url.Scheme == Uri.UriSchemeHttp && url.IsLoopback))
        && url is { UserInfo: "", Query: "", Fragment: "" };
}
