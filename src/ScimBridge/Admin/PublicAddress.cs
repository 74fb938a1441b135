namespace ScimBridge.Admin;

/// <summary>How others reach this server.</summary>
internal sealed class PublicAddress(IConfiguration settings)
{
    private const string Setting = "PublicUrl";

    /// <summary>The address of a path: below the setting <c>PublicUrl</c>, or else below the address that the request came to.</summary>
    public string Of(HttpRequest request, string path) =>
        Of($"{request.Scheme}://{request.Host.ToUriComponent()}{request.PathBase.ToUriComponent()}", path);

    /// <summary>The address of a path: below the setting <c>PublicUrl</c>, or else below <paramref name="otherwise"/>.</summary>
    public string Of(string otherwise, string path) =>
        (settings[Setting] is { Length: > 0 } url ? url : otherwise).TrimEnd('/') + path;
}
