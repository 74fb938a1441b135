using System.Text;
using Microsoft.Extensions.Options;

namespace ScimBridge.Scim;

/// <summary>Tells the SCIM base URL that answers name: the public one, or else that of the request.</summary>
internal sealed class ScimAddress(IOptions<ScimOptions> options)
{
    private readonly string? publicUrl = string.IsNullOrEmpty(options.Value.PublicUrl)
        ? null
        : new Uri(options.Value.PublicUrl).AbsoluteUri.TrimEnd('/') + ScimEndpoints.BasePath;

    /// <summary>The base URL, absolute and without a slash at its end.</summary>
    public string BaseUrl(HttpRequest request) =>
        publicUrl ?? $"{request.Scheme}://{request.Host.ToUriComponent()}{request.PathBase.ToUriComponent()}{ScimEndpoints.BasePath}";

    /// <summary>The same as UTF-8.</summary>
    public byte[] BaseUrlUtf8(HttpRequest request) => Encoding.UTF8.GetBytes(BaseUrl(request));
}
