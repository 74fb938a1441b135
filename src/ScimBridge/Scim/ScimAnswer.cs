using System.Buffers;
using Microsoft.Net.Http.Headers;
using ScimBridge.Protocol.Json;
using ScimBridge.Protocol.Paging;
using ScimBridge.Protocol.Projection;
using ScimBridge.Protocol.Resources;
using ScimBridge.Storage;

namespace ScimBridge.Scim;

/// <summary>Writes stored resources to a response: bytes copied, the base URL spliced in, members streamed, and projected when asked.</summary>
internal sealed class ScimAnswer(HttpResponse response, byte[] baseUrl, AttributeSelection selection)
{
    /// <summary>The members of a group by its id, one after the other.</summary>
    internal delegate IAsyncEnumerable<StoredMember> MemberReader(string groupId);

    /// <summary>How many bytes may wait to be sent before the writer waits for the client.</summary>
    private const int FlushAt = 64 * 1024;

    /// <summary>Writes one resource, or 304 when the client has it already (RFC 7644 section 3.14).</summary>
    public async Task WriteResourceAsync(
        HttpRequest request, StoredResource resource, MemberReader? members, CancellationToken cancellationToken)
    {
        var tag = EntityTagHeaderValue.Parse(Digest.From(resource.Hash).ToEntityTag());
        response.GetTypedHeaders().ETag = tag;
        response.Headers.CacheControl = "private, no-cache";
        if (request.GetTypedHeaders().IfNoneMatch.Any(known => known.Equals(EntityTagHeaderValue.Any) || known.Compare(tag, useStrongComparison: false)))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        ScimTimeout.Stop(response.HttpContext);
        response.ContentType = ScimMediaType.Of(response.HttpContext);
        await WriteAsync(resource, members, cancellationToken);
        await response.BodyWriter.FlushAsync(cancellationToken);
    }

    /// <summary>Writes a list (RFC 7644 section 3.4.2).</summary>
    public async Task WriteListAsync(StoredPage page, int startIndex, MemberReader? members, CancellationToken cancellationToken)
    {
        ScimTimeout.Stop(response.HttpContext);
        response.ContentType = ScimMediaType.Of(response.HttpContext);
        response.Headers.CacheControl = "private, no-cache";
        var list = new ListResponseWriter(response.BodyWriter, page.Total, startIndex, page.Resources.Count);
        foreach (var resource in page.Resources)
        {
            list.BeginResource();
            await WriteAsync(resource, members, cancellationToken);
        }

        list.End();
        await response.BodyWriter.FlushAsync(cancellationToken);
    }

    private async Task WriteAsync(StoredResource resource, MemberReader? members, CancellationToken cancellationToken)
    {
        var reader = members is not null && selection.Includes("members") ? members(resource.Id) : null;
        if (selection.IsDefault)
        {
            await WriteWholeAsync(response.BodyWriter, resource, reader, cancellationToken);
            return;
        }

        var whole = new ArrayBufferWriter<byte>(resource.Body.Length * 2);
        await WriteWholeAsync(whole, resource, reader, cancellationToken);
        selection.Write(whole.WrittenSpan, response.BodyWriter);
        await FlushIfFullAsync(cancellationToken);
    }

    private async Task WriteWholeAsync(
        IBufferWriter<byte> output, StoredResource resource, IAsyncEnumerable<StoredMember>? members, CancellationToken cancellationToken)
    {
        if (members is null)
        {
            StoredBody.WriteTo(output, resource.Body, baseUrl);
        }
        else
        {
            // The body without its last brace; members follow where the resource would end.
            StoredBody.WriteTo(output, resource.Body.AsSpan(0, resource.Body.Length - 1), baseUrl);
            var any = false;
            await foreach (var member in members.WithCancellation(cancellationToken))
            {
                output.Write(any ? ","u8 : ",\"members\":["u8);
                any = true;
                StoredBody.WriteTo(output, Member(member), baseUrl);
                await FlushIfFullAsync(cancellationToken);
            }

            output.Write(any ? "]}"u8 : "}"u8);
        }

        await FlushIfFullAsync(cancellationToken);
    }

    private static byte[] Member(StoredMember member) => ScimJson.SerializeMember(new ScimMember
    {
        Value = member.UserId,
        Ref = new ResourceReference($"Users/{member.UserId}"),
        Type = "User",
        Display = member.Display,
    });

    private async ValueTask FlushIfFullAsync(CancellationToken cancellationToken)
    {
        if (response.BodyWriter.UnflushedBytes >= FlushAt)
        {
            await response.BodyWriter.FlushAsync(cancellationToken);
        }
    }
}
