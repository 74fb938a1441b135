using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;
using ScimBridge.Protocol;

namespace ScimBridge.Scim;

/// <summary>Refuses query strings and bodies that are too large, whether or not anybody would read them.</summary>
internal sealed class ScimRequestSize(RequestDelegate next, IOptions<ScimOptions> options, ScimDeadlines deadlines)
{
    private const int ChunkBytes = 16 * 1024;

    /// <summary>Runs the request, or refuses it with 413 or 414.</summary>
    public Task InvokeAsync(HttpContext context)
    {
        if (ScimPath.Covers(context))
        {
            Check(context.Request);
            if (context.Request.ContentLength is null && context.Features.Get<IHttpRequestBodyDetectionFeature>() is { CanHaveBody: true })
            {
                return ReadAsync(context);
            }
        }

        return next(context);
    }

    /// <summary>Reads a body without a declared length, whose size only reading it tells.</summary>
    private async Task ReadAsync(HttpContext context)
    {
        using var limit = deadlines.NextFor(context);
        context.Request.Body = await ReadAsync(context.Request.Body, limit.Token);
        await next(context);
    }

    private void Check(HttpRequest request)
    {
        var longest = options.Value.MaxQueryLength;
        if (request.QueryString.Value is { } query && query.Length - 1 > longest)
        {
            throw ScimException.UriTooLong($"The query string is longer than {longest} characters. Ask for less at once, or send the query as a POST to .search.");
        }

        if (request.ContentLength > options.Value.MaxBodyBytes)
        {
            throw TooLarge();
        }
    }

    private async Task<MemoryStream> ReadAsync(Stream body, CancellationToken cancellationToken)
    {
        var read = new MemoryStream();
        var chunk = new byte[ChunkBytes];
        while (await body.ReadAsync(chunk, cancellationToken) is var length and > 0)
        {
            if (read.Length + length > options.Value.MaxBodyBytes)
            {
                throw TooLarge();
            }

            read.Write(chunk, 0, length);
        }

        read.Position = 0;
        return read;
    }

    private ScimException TooLarge() => ScimException.PayloadTooLarge(
        $"The body is larger than {options.Value.MaxBodyBytes} bytes. Ask for less at once, or have Scim:MaxBodyBytes raised.");
}
