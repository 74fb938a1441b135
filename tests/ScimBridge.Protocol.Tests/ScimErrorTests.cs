using System.Text;

namespace ScimBridge.Protocol.Tests;

public sealed class ScimErrorTests
{
    [Fact]
    [Shows("7644-3.12-body", "7644-3.12-status")]
    public void The_status_is_a_string_and_there_is_nothing_beyond_the_rfc()
    {
        var body = Encoding.UTF8.GetString(new ScimError(400, "invalidFilter", "No \"x\"").ToUtf8Json());

        Assert.Equal("""{"schemas":["urn:ietf:params:scim:api:messages:2.0:Error"],"status":"400","scimType":"invalidFilter","detail":"No \"x\""}""", body);
    }

    [Fact]
    public void Without_a_type_there_is_no_member_for_it()
    {
        var body = Encoding.UTF8.GetString(new ScimError(404, null, "Gone").ToUtf8Json());

        Assert.Equal("""{"schemas":["urn:ietf:params:scim:api:messages:2.0:Error"],"status":"404","detail":"Gone"}""", body);
    }

    [Theory]
    [InlineData("invalid")]
    [InlineData("InvalidFilter")]
    [InlineData("")]
    public void A_type_that_the_rfc_does_not_name_is_refused(string scimType)
    {
        Assert.Throws<ArgumentException>(() => new ScimError(400, scimType, ""));
    }

    [Theory]
    [InlineData(200)]
    [InlineData(600)]
    public void A_status_that_is_no_error_is_refused(int status)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new ScimError(status, null, ""));
    }

    [Fact]
    public void Half_a_surrogate_pair_in_a_detail_is_replaced()
    {
        Assert.Contains("\uFFFD", Encoding.UTF8.GetString(new ScimError(404, null, "\ud800").ToUtf8Json()), StringComparison.Ordinal);
    }
}
