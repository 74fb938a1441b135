using System.Text;
using System.Text.Json;
using ScimBridge.Protocol.Resources;

namespace ScimBridge.Protocol.Tests.Resources;

public sealed class ResourceDiffTests
{
    [Theory]
    [InlineData("""{"title":"A"}""", """{"title":"B"}""", "title: \"A\" > \"B\"")]
    [InlineData("""{"title":"A"}""", """{}""", "title: \"A\" > ")]
    [InlineData("""{}""", """{"active":true}""", "active:  > true")]
    [InlineData("""{"name":{"givenName":"A","familyName":"B"}}""", """{"name":{"givenName":"A","familyName":"C"}}""", "name.familyName: \"B\" > \"C\"")]
    [InlineData(
        """{"emails":[{"type":"work","value":"a@x"},{"type":"home","value":"b@x"}]}""",
        """{"emails":[{"type":"home","value":"b@x"},{"type":"work","value":"c@x"}]}""",
        "emails[type eq \"work\"].value: \"a@x\" > \"c@x\"")]
    [InlineData(
        """{"groups":[{"type":"direct","value":"1","display":"A","$ref":"x"},{"type":"direct","value":"2","display":"B"}]}""",
        """{"groups":[{"type":"direct","value":"2","display":"C"}]}""",
        "groups[value eq \"1\"].display: \"A\" > ; groups[value eq \"1\"].type: \"direct\" > ; groups[value eq \"1\"].value: \"1\" > ; groups[value eq \"2\"].display: \"B\" > \"C\"")]
    [InlineData(
        """{"urn:x:User":{"department":"A","manager":{"value":"1"}}}""",
        """{"urn:x:User":{"department":"B","manager":{"value":"2"}}}""",
        "urn:x:User:department: \"A\" > \"B\"; urn:x:User:manager.value: \"1\" > \"2\"")]
    [InlineData("""{"tags":["a","b"]}""", """{"tags":["b"]}""", "tags[value eq \"a\"]: \"a\" > ")]
    [InlineData("""{"meta":{"version":"1"},"schemas":["a"]}""", """{"meta":{"version":"2"},"schemas":["b"]}""", "")]
    [InlineData("", """{"title":"A"}""", "title:  > \"A\"")]
    public void What_differs_is_named_by_its_path(string before, string after, string expected) =>
        Assert.Equal(expected, string.Join("; ", ResourceDiff.Between(Encoding.UTF8.GetBytes(before), Encoding.UTF8.GetBytes(after))
            .Select(change => $"{change.Attribute}: {change.Old} > {change.New}")));

    [Fact]
    public void A_stored_body_is_compared_without_its_markers() =>
        Assert.Empty(ResourceDiff.Between([.. "{\"photos\":[{\"value\":\""u8, ResourceReference.BaseUrlMarker, .. "/x\"}]}"u8], "{\"photos\":[{\"value\":\"x\"}]}"u8));

    [Fact]
    public void What_is_no_object_is_no_resource() => Assert.Throws<JsonException>(() => ResourceDiff.Between("[]"u8, "{}"u8));
}
