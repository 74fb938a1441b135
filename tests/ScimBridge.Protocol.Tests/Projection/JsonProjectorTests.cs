using System.Buffers;
using System.Text;
using System.Text.Json;
using CsCheck;
using ScimBridge.Protocol.Projection;
using ScimBridge.Protocol.Schemas;

namespace ScimBridge.Protocol.Tests.Projection;

public sealed class JsonProjectorTests
{
    private const string Enterprise = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";

    private static readonly Gen<string> Names = Gen.OneOf(
        "schemas", "id", "userName", "name", "name.givenName", "emails", "emails.value", "active", "meta", "meta.created", "unknown", "manager.value", Enterprise);

    private static readonly Gen<string> Members = Gen.OneOf(
        "schemas", "id", "userName", "name", "givenName", "value", "type", "emails", "meta", "created", "unknown", "manager", "é\\n", Enterprise);

    private static readonly Gen<string> Json = Gen.Recursive<string>((depth, inner) => depth >= 4 ? Scalar() : Gen.OneOf(Scalar(), Array(inner), Object(inner)));

    [Fact]
    public void Whatever_is_selected_of_any_object_is_json_and_a_part_of_it() =>
        Gen.Select(Object(Json), Names.Array[1, 4], Gen.Bool).Sample((json, names, including) =>
        {
            var list = string.Join(',', names);
            var selection = AttributeSelection.Parse(including ? list : null, including ? null : list, "User", SchemaCatalog.Load());
            var output = new ArrayBufferWriter<byte>();
            selection.Write(Encoding.UTF8.GetBytes(json), output);

            using var whole = JsonDocument.Parse(json);
            using var part = JsonDocument.Parse(output.WrittenMemory);
            Assert.True(IsPart(part.RootElement, whole.RootElement), Encoding.UTF8.GetString(output.WrittenSpan));
            Assert.Equal(whole.RootElement.EnumerateObject().Count(member => member.NameEquals("id")), part.RootElement.EnumerateObject().Count(member => member.NameEquals("id")));
        });

    [Fact]
    public void Bytes_that_are_no_json_are_refused_with_a_json_exception() => Gen.Byte.Array[0, 60].Sample(bytes =>
    {
        try
        {
            AttributeSelection.Parse("emails.value", null, "User", SchemaCatalog.Load()).Write(bytes, new ArrayBufferWriter<byte>());
        }
        catch (JsonException)
        {
            return;
        }
    });

    private static Gen<string> Scalar() => Gen.OneOf("1", "-0.50", "true", "false", "null", "\"\"", "\"a\\u00e9\\\"\"", "\"" + Enterprise + "\"", "{}", "[]");

    private static Gen<string> Array(Gen<string> inner) => inner.Array[0, 3].Select(items => "[ " + string.Join(" , ", items) + "]");

    private static Gen<string> Object(Gen<string> inner) => Gen.Select(Members, inner).Array[0, 5].Select(members =>
        "{ " + string.Join(", ", members.DistinctBy(member => member.Item1).Select(member => $"\"{member.Item1}\" : {member.Item2}")) + " }");

    // Members and items of the part appear in the whole in the same order.
    private static bool IsPart(JsonElement part, JsonElement whole)
    {
        if (part.ValueKind != whole.ValueKind || part.ValueKind is not (JsonValueKind.Object or JsonValueKind.Array))
        {
            return JsonElement.DeepEquals(part, whole);
        }

        // Each thing wanted is looked for behind the one found before it.
        if (part.ValueKind == JsonValueKind.Object)
        {
            var members = new Queue<JsonProperty>(whole.EnumerateObject());
            return part.EnumerateObject().All(wanted => Take(members, member => member.Name == wanted.Name && IsPart(wanted.Value, member.Value)));
        }

        var items = new Queue<JsonElement>(whole.EnumerateArray());
        return part.EnumerateArray().All(wanted => Take(items, item => IsPart(wanted, item)));
    }

    private static bool Take<T>(Queue<T> queue, Func<T, bool> isWanted)
    {
        while (queue.TryDequeue(out var item))
        {
            if (isWanted(item))
            {
                return true;
            }
        }

        return false;
    }
}
