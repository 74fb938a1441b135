using System.Text;
using ScimBridge.Protocol.Json;

namespace ScimBridge.Protocol.Tests.Json;

public sealed class StoredBodyTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("{}", "{}")]
    [InlineData("\u0001", "https://h/v2")]
    [InlineData("{\"a\":\"\u0001/Users/1\",\"b\":\"\u0001/Users/2\"}", "{\"a\":\"https://h/v2/Users/1\",\"b\":\"https://h/v2/Users/2\"}")]
    [InlineData("\u0001\u0001", "https://h/v2https://h/v2")]
    public void The_base_url_takes_the_place_of_each_marker(string stored, string complete)
    {
        Assert.Equal(complete, Encoding.UTF8.GetString(StoredBody.Complete(Encoding.UTF8.GetBytes(stored), "https://h/v2"u8)));
    }
}
