using System.Text;
using CsCheck;
using ScimBridge.Protocol.Searching;

namespace ScimBridge.Protocol.Tests.Searching;

public sealed class SearchRequestTests
{
    [Fact]
    public void A_body_says_what_a_query_string_says()
    {
        var read = Parse("""
            {"schemas":["URN:ietf:params:scim:api:messages:2.0:searchrequest"],"attributes":["displayName","userName"],"excludedAttributes":[],
             "filter":"displayName sw \"smith\"","sortBy":"name.familyName","SORTORDER":"descending","startIndex":11,"count":10,"cursor":""}
            """);

        Assert.Equal(
            new ListParameters
            {
                Filter = "displayName sw \"smith\"",
                SortBy = "name.familyName",
                SortOrder = "descending",
                StartIndex = "11",
                Count = "10",
                Cursor = "",
                Attributes = "displayName,userName",
                ExcludedAttributes = "",
            },
            read);
    }

    [Fact]
    public void Null_and_nothing_are_the_same()
    {
        const string Schemas = "\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:SearchRequest\"]";

        Assert.Equal(new ListParameters(), Parse($"{{{Schemas}}}"));
        Assert.Equal(new ListParameters(), Parse($"{{{Schemas},\"filter\":null,\"count\":null,\"attributes\":null,\"cursor\":null,\"other\":[{{}}]}}"));
    }

    [Fact]
    public void Whatever_is_sent_is_a_search_or_a_400() => Gen.OneOf(
        Gen.Byte.Array[0, 200],
        Gen.OneOf("{", "}", "[", "]", ":", ",", "\"schemas\"", "\"urn:ietf:params:scim:api:messages:2.0:SearchRequest\"", "\"filter\"", "\"count\"", "\"\\ud800\"", "1e5", "null", "\"a\"", "\u00ff")
            .Array[0, 30].Select(parts => Encoding.UTF8.GetBytes(string.Concat(parts)))).Sample(
        bytes =>
        {
            try
            {
                SearchRequest.Parse(bytes);
            }
            catch (ScimException refused)
            {
                Assert.Equal(400, refused.Error.Status);
                Assert.Contains(refused.Error.ScimType, (string[])[ScimErrorType.InvalidSyntax, ScimErrorType.InvalidValue]);
            }
        },
        iter: 20_000);

    private static ListParameters Parse(string json) => SearchRequest.Parse(Encoding.UTF8.GetBytes(json));
}
