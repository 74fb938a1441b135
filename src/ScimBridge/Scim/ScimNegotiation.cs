using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;
using ScimBridge.Protocol;

namespace ScimBridge.Scim;

/// <summary>Refuses requests whose answer the client would not take, and queries in bodies of another kind than SCIM's (RFC 7644 section 3.8).</summary>
internal sealed class ScimNegotiation(RequestDelegate next)
{
    /// <summary>Runs the request, or refuses it with 406 or 415.</summary>
    public Task InvokeAsync(HttpContext context)
    {
        if (ScimPath.Covers(context))
        {
            if (!ScimMediaType.IsAcceptable(context.Request))
            {
                throw ScimException.NotAcceptable(
                    $"Answers are {ScimMediaType.Scim} or {ScimMediaType.Json}; name one of them in the header Accept, or leave it out.");
            }

            if (ScimPath.IsSearch(context.Request) && HasBody(context) && !IsReadable(context.Request.ContentType))
            {
                throw ScimException.UnsupportedMediaType(
                    $"Send the query as {ScimMediaType.Scim} or {ScimMediaType.Json}, in UTF-8, and say so in the header Content-Type.");
            }
        }

        return next(context);
    }

    private static bool HasBody(HttpContext context) => context.Request.ContentLength is null
        ? context.Features.Get<IHttpRequestBodyDetectionFeature>() is { CanHaveBody: true }
        : context.Request.ContentLength > 0;

    /// <summary>Whether a body is one that can be read; RFC 8259 knows no other encoding than UTF-8, which US-ASCII is part of.</summary>
    private static bool IsReadable(string? contentType)
    {
        if (string.IsNullOrEmpty(contentType))
        {
            return true;
        }

        return MediaTypeHeaderValue.TryParse(contentType, out var parsed)
            && (Is(parsed.MediaType.Value, ScimMediaType.Scim) || Is(parsed.MediaType.Value, ScimMediaType.Json))
            && (!parsed.Charset.HasValue || Is(Unquoted(parsed), "utf-8") || Is(Unquoted(parsed), "us-ascii"));
    }

    private static string? Unquoted(MediaTypeHeaderValue contentType) => HeaderUtilities.RemoveQuotes(contentType.Charset).Value;

    private static bool Is(string? text, string name) => string.Equals(text, name, StringComparison.OrdinalIgnoreCase);
}
