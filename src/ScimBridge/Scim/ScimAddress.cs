using System.Text;
using Microsoft.Extensions.Options;

namespace ScimBridge.Scim;

/// <summary>Tells the SCIM base URL that answers name: the public one, or else that of the request.</summary>
internal sealed class ScimAddress(IOptions<ScimOptions> options)
{
    private readonly string? publicUrl = PublicUrl(options.Value);
    private readonly string? publicBaseUrl = PublicUrl(options.Value) is { } url ? url + ScimEndpoints.BasePath : null;

    /// <summary>The base URL, absolute and without a slash at its end.</summary>
    public string BaseUrl(HttpRequest request) => publicBaseUrl ?? ServerUrl(request) + ScimEndpoints.BasePath;

    /// <summary>The URL of a path that is not below the base URL.</summary>
    public string UrlOf(HttpRequest request, string path) => ServerUrl(request) + path;

    /// <summary>The same as UTF-8.</summary>
    public byte[] BaseUrlUtf8(HttpRequest request) => Encoding.UTF8.GetBytes(BaseUrl(request));

    private static string? PublicUrl(ScimOptions options) =>
        string.IsNullOrEmpty(options.PublicUrl) ? null : new Uri(options.PublicUrl).AbsoluteUri.TrimEnd('/');

    private string ServerUrl(HttpRequest request) =>
        publicUrl ?? $"{request.Scheme}://{request.Host.ToUriComponent()}{request.PathBase.ToUriComponent()}";
}
