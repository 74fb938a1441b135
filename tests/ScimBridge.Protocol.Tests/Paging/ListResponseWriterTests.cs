using System.Buffers;
using System.Text;
using ScimBridge.Protocol.Paging;

namespace ScimBridge.Protocol.Tests.Paging;

public sealed class ListResponseWriterTests
{
    private const string Head = """{"schemas":["urn:ietf:params:scim:api:messages:2.0:ListResponse"]""";

    [Fact]
    [Shows("7644-3.4.2-none")]
    public void An_empty_list_has_its_resources_member()
    {
        Assert.Equal(Head + ""","totalResults":0,"startIndex":1,"itemsPerPage":0,"Resources":[]}""", Write(0, 1, null));
    }

    [Fact]
    public void Resources_are_divided_by_commas_and_counted()
    {
        Assert.Equal(
            Head + ""","totalResults":7,"startIndex":3,"itemsPerPage":2,"Resources":[{"id":"1"},{"id":"2"}]}""",
            Write(7, 3, null, """{"id":"1"}""", """{"id":"2"}"""));
    }

    [Fact]
    [Shows("9865-2-next")]
    public void A_cursor_takes_the_place_of_the_start_index()
    {
        Assert.Equal(Head + ""","totalResults":7,"itemsPerPage":1,"nextCursor":"abc","Resources":[{}]}""", Write(7, null, "abc", "{}"));
    }

    private static string Write(int total, int? startIndex, string? cursor, params string[] resources)
    {
        var output = new ArrayBufferWriter<byte>();
        ListResponseWriter.Write(output, total, startIndex, [.. resources.Select(text => new ReadOnlyMemory<byte>(Encoding.UTF8.GetBytes(text)))], cursor);
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }
}
