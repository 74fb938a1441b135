using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using ScimBridge.Protocol.Json;

namespace ScimBridge.Protocol.Paging;

/// <summary>Writes a ListResponse (RFC 7644 section 3.4.2) around resources that are JSON already.</summary>
/// <remarks>
/// Either <see cref="Write"/> does it in one go, or: make the writer, which writes the head; before each resource call
/// <see cref="BeginResource"/> and write its bytes to the same output; then <see cref="End"/>.
/// </remarks>
public sealed class ListResponseWriter
{
    private const int MostDigits = 11;

    private static readonly byte[] Head = Encoding.UTF8.GetBytes($"{{\"schemas\":[\"{ScimSchemaUris.ListResponse}\"],\"totalResults\":");

    private readonly IBufferWriter<byte> output;
    private bool hasResource;

    /// <summary>Writes everything up to the first resource.</summary>
    /// <param name="output">Receives UTF-8.</param>
    /// <param name="totalResults">How many resources match, whatever the page holds.</param>
    /// <param name="startIndex">The position of the page's first resource, from 1; null where the client pages by cursor (RFC 9865).</param>
    /// <param name="itemsPerPage">How many resources will follow: those of this page, not those asked for.</param>
    /// <param name="nextCursor">The cursor of the next page (RFC 9865 section 2); null on the last page and with index paging.</param>
    public ListResponseWriter(IBufferWriter<byte> output, int totalResults, int? startIndex, int itemsPerPage, string? nextCursor = null)
    {
        ArgumentNullException.ThrowIfNull(output);
        this.output = output;

        // By hand: a JSON writer is several times as slow, which shows where the page is one person.
        output.Write(Head);
        WriteNumber(totalResults);
        if (startIndex is { } start)
        {
            output.Write(",\"startIndex\":"u8);
            WriteNumber(start);
        }

        output.Write(",\"itemsPerPage\":"u8);
        WriteNumber(itemsPerPage);
        if (nextCursor is not null)
        {
            output.Write(",\"nextCursor\":\""u8);
            output.Write(JsonEncodedText.Encode(nextCursor, ScimJson.WriterOptions.Encoder).EncodedUtf8Bytes);
            output.Write("\""u8);
        }

        output.Write(",\"Resources\":["u8);
    }

    /// <summary>Writes what divides a resource from the one before; its JSON follows.</summary>
    public void BeginResource()
    {
        if (hasResource)
        {
            output.Write(","u8);
        }

        hasResource = true;
    }

    /// <summary>Writes the end. <c>Resources</c> is there even when empty, since clients stumble over its absence.</summary>
    public void End() => output.Write("]}"u8);

    /// <summary>Writes a whole ListResponse; <c>itemsPerPage</c> is the number of <paramref name="resources"/>.</summary>
    /// <param name="output">Receives UTF-8.</param>
    /// <param name="totalResults">How many resources match, whatever the page holds.</param>
    /// <param name="startIndex">The position of the page's first resource, from 1; null where the client pages by cursor.</param>
    /// <param name="resources">The page, each a JSON object as UTF-8.</param>
    /// <param name="nextCursor">The cursor of the next page, if any.</param>
    public static void Write(
        IBufferWriter<byte> output,
        int totalResults,
        int? startIndex,
        IReadOnlyCollection<ReadOnlyMemory<byte>> resources,
        string? nextCursor = null)
    {
        ArgumentNullException.ThrowIfNull(resources);
        var list = new ListResponseWriter(output, totalResults, startIndex, resources.Count, nextCursor);
        foreach (var resource in resources)
        {
            list.BeginResource();
            output.Write(resource.Span);
        }

        list.End();
    }

    private void WriteNumber(int number)
    {
        number.TryFormat(output.GetSpan(MostDigits), out var length, provider: CultureInfo.InvariantCulture);
        output.Advance(length);
    }
}
