using System.Buffers;
using System.Text;
using System.Text.Json;
using ScimBridge.Protocol.Json;
using ScimBridge.Protocol.Paging;
using ScimBridge.Protocol.Projection;
using ScimBridge.Storage;
using ScimBridge.Storage.Filtering;
using ScimBridge.Storage.Reading;

namespace ScimBridge.Scim;

/// <summary>Writes stored resources to a response: bytes copied, the base URL spliced in, members streamed, and projected when asked.</summary>
internal sealed class ScimAnswer(HttpContext context, string baseUrl, MemberStore members, DirectoryVersion version, Visibility? visible)
{
    /// <summary>How many bytes may wait to be sent before the writer waits for the client.</summary>
    private const int FlushAt = 512 * 1024;

    private readonly HttpResponse response = context.Response;
    private readonly byte[] baseUrlUtf8 = Encoding.UTF8.GetBytes(baseUrl);

    // Asked for only where there is much to write: the server makes it when it is, and a write to a client that has gone ends by itself.
    private CancellationToken Gone => response.HttpContext.RequestAborted;

    /// <summary>Writes one resource (RFC 7644 section 3.4.1).</summary>
    public async Task WriteResourceAsync(StoredResource resource, AttributeSelection selection)
    {
        Begin();
        await WriteAsync(resource, selection);
        await EndAsync();
    }

    /// <summary>Writes a list (RFC 7644 section 3.4.2).</summary>
    public async Task WriteListAsync(StoredPage page, ScimQuery query, string? nextCursor)
    {
        Begin();
        response.Headers.CacheControl = "private, no-cache";
        int? startIndex = query.List.Cursor is null ? query.List.Page.StartIndex : null;
        var list = new ListResponseWriter(response.BodyWriter, page.Total, startIndex, page.Resources.Count, nextCursor);
        foreach (var resource in page.Resources)
        {
            list.BeginResource();
            await WriteAsync(resource, SelectionOf(resource, query));
        }

        list.End();
        await EndAsync();
    }

    /// <summary>Sends the rest. An answer that fitted the buffer has a length, which spares the client and us a last, empty chunk.</summary>
    private async ValueTask EndAsync()
    {
        if (!response.HasStarted)
        {
            response.ContentLength = response.BodyWriter.UnflushedBytes;
        }

        await response.BodyWriter.FlushAsync(CancellationToken.None);
    }

    private void Begin() => response.ContentType = ScimMediaType.Of(response.HttpContext);

    private static AttributeSelection SelectionOf(StoredResource resource, ScimQuery query)
    {
        for (var index = 0; index < query.List.Tables.Count; index++)
        {
            if (query.List.Tables[index] == resource.Table)
            {
                return query.Selections[index];
            }
        }

        throw new InvalidOperationException("The list has a resource of a type that was not asked for.");
    }

    private static bool HasMembers(StoredResource resource, AttributeSelection selection) =>
        resource.Table == ResourceTable.Groups && selection.Includes("members");

    private async Task WriteAsync(StoredResource resource, AttributeSelection selection)
    {
        var output = response.BodyWriter;
        if (!HasMembers(resource, selection))
        {
            Write(resource.Body, selection, output);
            await FlushIfFullAsync();
            return;
        }

        // The resource without its last brace; members follow where it would end.
        var head = new ArrayBufferWriter<byte>(resource.Body.Length * 2);
        Write(resource.Body, selection, head);
        output.Write(head.WrittenSpan[..^1]);
        await WriteMembersAsync(resource.Id, selection);
        output.Write("}"u8);
    }

    private void Write(byte[] body, AttributeSelection selection, IBufferWriter<byte> output)
    {
        if (selection.IsDefault)
        {
            StoredBody.WriteTo(output, body, baseUrlUtf8);
        }
        else
        {
            selection.Write(StoredBody.Complete(body, baseUrlUtf8), output);
        }
    }

    private async Task WriteMembersAsync(string groupId, AttributeSelection selection)
    {
        var output = response.BodyWriter;
        var buffer = new ArrayBufferWriter<byte>(1024);
        await using var json = new Utf8JsonWriter(buffer, ScimJson.WriterOptions with { SkipValidation = true });
        var any = false;
        await foreach (var batch in members.BatchesAsync(version, groupId, visible, baseUrl, Gone))
        {
            foreach (var member in batch)
            {
                buffer.ResetWrittenCount();
                json.Reset();
                WriteMember(json, member);
                if (WriteSelected(buffer.WrittenSpan, selection, any ? ","u8 : ",\"members\":["u8))
                {
                    any = true;
                }

                await FlushIfFullAsync();
            }
        }

        if (any)
        {
            output.Write("]"u8);
        }
    }

    private bool WriteSelected(ReadOnlySpan<byte> member, AttributeSelection selection, ReadOnlySpan<byte> before)
    {
        if (selection.IsDefault)
        {
            response.BodyWriter.Write(before);
            response.BodyWriter.Write(member);
            return true;
        }

        var selected = new ArrayBufferWriter<byte>(member.Length);
        if (!selection.WriteValue("members", member, selected))
        {
            return false;
        }

        response.BodyWriter.Write(before);
        response.BodyWriter.Write(selected.WrittenSpan);
        return true;
    }

    private void WriteMember(Utf8JsonWriter json, StoredMember member)
    {
        json.WriteStartObject();
        json.WriteString("value", member.UserId);
        json.WriteString("$ref", $"{baseUrl}/{ResourceTable.Users.Name}/{member.UserId}");
        json.WriteString("type", ResourceTable.Users.ResourceType);
        if (member.Display is not null)
        {
            json.WriteString("display", member.Display);
        }

        json.WriteEndObject();
        json.Flush();
    }

    private async ValueTask FlushIfFullAsync()
    {
        if (response.BodyWriter.UnflushedBytes >= FlushAt)
        {
            await response.BodyWriter.FlushAsync(Gone);
        }
    }
}
