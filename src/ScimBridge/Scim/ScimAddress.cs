using System.Text;
using ScimBridge.Directories;

namespace ScimBridge.Scim;

/// <summary>Tells the SCIM base URL that answers name: the public one, or else that of the request.</summary>
internal sealed class ScimAddress(ScimBaseUrl scim)
{
    private readonly string? publicBaseUrl = scim.PublicUrl is { } url ? scim.Below(url) : null;

    /// <summary>The base URL, absolute and without a slash at its end.</summary>
    public string BaseUrl(HttpRequest request) => publicBaseUrl ?? ServerUrl(request) + ScimBaseUrl.Path;

    /// <summary>The URL of a path that is not below the base URL.</summary>
    public string UrlOf(HttpRequest request, string path) => ServerUrl(request) + path;

    /// <summary>The same as UTF-8.</summary>
    public byte[] BaseUrlUtf8(HttpRequest request) => Encoding.UTF8.GetBytes(BaseUrl(request));

    private string ServerUrl(HttpRequest request) =>
        scim.PublicUrl ?? $"{request.Scheme}://{request.Host.ToUriComponent()}{request.PathBase.ToUriComponent()}";
}
