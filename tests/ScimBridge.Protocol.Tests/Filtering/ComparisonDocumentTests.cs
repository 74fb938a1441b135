using System.Text;
using ScimBridge.Protocol.Filtering;
using ScimBridge.Protocol.Schemas;

namespace ScimBridge.Protocol.Tests.Filtering;

public sealed class ComparisonDocumentTests
{
    [Fact]
    public void Every_attribute_is_there_in_the_form_in_which_it_is_compared()
    {
        const string Body = """
            {"schemas":["urn:ietf:params:scim:schemas:core:2.0:User","urn:ietf:params:scim:schemas:extension:enterprise:2.0:User"],"id":"Ab","externalId":"Xy","userName":"Åsa@acme.example",
             "name":{"givenName":"Åsa","familyName":""},"title":null,"active":true,"nickName":"ß","profileUrl":"https://Acme.example/Åsa",
             "emails":[{"value":"Åsa@acme.example","type":"work","primary":true},{"type":""},{}],"photos":[],
             "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User":{"department":"Sales","manager":{"value":"m-1","$ref":"@/Users/m-1"}},
             "meta":{"resourceType":"User","location":"@/Users/Ab"},"password":"secret","unknown":1}
            """;
        var stored = Encoding.UTF8.GetBytes(Body.Replace('@', '\u0001').Replace("\u0001acme", "@acme", StringComparison.Ordinal));

        var document = ComparisonDocument.Of(stored, SchemaCatalog.Load(), "User");

        Assert.Equal(
            "{\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:User\",\"urn:ietf:params:scim:schemas:extension:enterprise:2.0:User\"],\"id\":\"Ab\",\"externalId\":\"Xy\",\"userName\":\"ÅSA@ACME.EXAMPLE\","
            + "\"name\":{\"givenName\":\"ÅSA\"},\"nickName\":\"ß\",\"profileUrl\":\"https://Acme.example/Åsa\",\"active\":true,\"emails\":[{\"value\":\"ÅSA@ACME.EXAMPLE\",\"type\":\"WORK\",\"primary\":true}],"
            + "\"urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department\":\"SALES\",\"urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager\":{\"value\":\"M-1\",\"$ref\":\"\\u0001/Users/m-1\"}}",
            document);
    }
}
