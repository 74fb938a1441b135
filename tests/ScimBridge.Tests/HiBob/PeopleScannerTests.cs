using System.Text;
using System.Text.Json;
using ScimBridge.Employees;
using ScimBridge.HiBob;
using Xunit;

namespace ScimBridge.Tests.HiBob;

public class PeopleScannerTests
{
    private static readonly HiBobFieldPlan Plan = HiBobFieldPlan.Make(new ReadRequest([], []), HiBobFieldCatalogue.ReadSet.ToDictionary(field => field.Id, field => new HiBobFieldMetadata(field.Id, null, null, null, null, null, null)));

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(100_000)]
    public void Every_person_is_found_whatever_the_pieces_are(int piece)
    {
        var body = Fixture.Bytes("people-append.json");
        using var document = JsonDocument.Parse(body);
        var expected = document.RootElement.GetProperty("employees").EnumerateArray().Select(person => person.GetRawText());

        var scanner = Scan(body, piece);

        Assert.Equal(expected, scanner.People.Select(person => Encoding.UTF8.GetString(body, (int)person.Offset, person.Length)));
    }

    [Fact]
    public void Unknown_members_are_tolerated_before_and_after()
    {
        var scanner = Scan("""{"a":[[{"id":"9"}]],"b":{"employees":[1]},"employees":[{"id":"1"}],"c":[{"id":"2"}],"d":null} """u8, 3);

        Assert.Single(scanner.People);
    }

    [Fact]
    public void Elements_that_are_no_objects_are_kept_to_be_rejected() => Assert.Equal(4, Scan("""{"employees":[null,[{"id":"1"}],"x",{}]}"""u8, 5).People.Count);

    [Fact]
    public void A_field_counts_as_seen_when_anybody_has_it_in_either_form_even_empty()
    {
        var scanner = Scan("""{"employees":[{"id":"1","work":{"title":null}},{"/work/siteId":{"value":1},"humanReadable":{"email":"no"}}]}"""u8, 9);

        var unseen = scanner.Observed.Unseen.Select(field => field.Id).ToArray();

        Assert.DoesNotContain("work.title", unseen);
        Assert.DoesNotContain("work.siteId", unseen);
        Assert.Contains("root.email", unseen);
        Assert.Contains("internal.lifecycleStatus", unseen);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(9)]
    [InlineData(1000)]
    public void An_empty_array_is_no_value_wherever_the_pieces_end(int piece)
    {
        var scanner = Scan("""
            {"employees":[{"id":"1","work":{"title":[ ]}},{"id":"2","work":{"title":["x"]}},{"id":"3","/work/title":{"value":[[]]}},
              {"id":"4","work":{"title":[]},"humanReadable":{"work":{"title":["no"]}}}]}
            """u8, piece);

        Assert.Equal((4, 2), scanner.Observed.CountsOf("work.title"));
    }

    [Fact]
    public void A_list_is_needed_when_somebody_has_several_of_its_items() =>
        Assert.Equal(["title"], Scan("""{"employees":[{"id":"1","work":{"title":["a","b"],"department":[]}}]}"""u8, 3).Observed.NeededLists);

    [Theory]
    [InlineData(1)]
    [InlineData(1000)]
    public void Everybody_counts_once_in_their_state_of_employment(int piece)
    {
        var scanner = Scan("""
            {"employees":[
              {"id":"1","internal":{"lifecycleStatus":"employed"},"humanReadable":{"internal":{"lifecycleStatus":"Employed"}}},
              {"id":"1","internal":{"lifecycleStatus":"employed"}},
              {"id":"2","/internal/lifecycleStatus":{"value":"Garden leave"}},
              {"id":"3","internal":{"lifecycleStatus":77},"humanReadable":{"internal":{"lifecycleStatus":"Parental leave"}}},
              {"id":"4","internal":{"lifecycleStatus":"h\u0069red"}},
              {"id":"5","internal":{"lifecycleStatus":null}},
              {"id":"6","internal":{"lifecycleStatus":"terminated"},"/internal/lifecycleStatus":{"value":"terminated"}},
              {"id":"7","internal":{"lifecycleStatus":"retired"}}]}
            """u8, piece);

        var expected = new Dictionary<string, int>
        {
            ["employed"] = 1,
            ["garden leave"] = 1,
            ["leave"] = 1,
            ["hired"] = 1,
            ["other"] = 2,
            ["terminated"] = 1,
        };
        Assert.Equivalent(expected, scanner.Observed.Lifecycle.Counts(null), strict: true);
    }

    [Fact]
    public void A_list_is_needed_when_a_numeric_value_has_no_display_text()
    {
        var scanner = Scan("""
            {"employees":[
              {"id":"1","work":{"title":"77","department":"Sales"},"humanReadable":{"work":{"title":"Known"}}},
              {"id":"2","work":{"siteId":5},"address":{"country":"12"},"humanReadable":{"work":{"siteId":"Oslo"}}}]}
            """u8, 11);

        Assert.Equal(["countries"], scanner.Observed.NeededLists);
    }

    [Fact]
    public void A_repeated_id_is_marked_whether_text_number_or_under_a_slash_key()
    {
        var scanner = Scan("""
            {"employees":[{"id":"1"},{"id":1},{"/root/id":{"value":"1"}},{"/root/id":{"value":"1"},"id":"2"},{"id":"01"},{},{},{"id":"a"},{"id":"a"}]}
            """u8, 13);

        Assert.Equal([false, true, true, false, false, false, false, false, true], scanner.People.Select(person => person.Duplicate));
    }

    [Theory]
    [InlineData("""{"employees":[}""")]
    [InlineData("""{"employees":[{"id":"1"}]""")]
    [InlineData("""{"employees":[{"id":"1"}]},""")]
    [InlineData("""{"employees":null}""")]
    [InlineData("""{"employees":[]}x""")]
    [InlineData("""{}""")]
    [InlineData("""[]""")]
    [InlineData("""42""")]
    [InlineData(""" """)]
    public void Anything_but_one_complete_object_with_an_employees_array_is_refused(string body) =>
        Assert.ThrowsAny<JsonException>(() => Scan(Encoding.UTF8.GetBytes(body), 4));

    [Fact]
    public void Nesting_without_end_is_refused()
    {
        var deep = $$"""{"employees":[{{new string('[', 200)}}{{new string(']', 200)}}]}""";

        Assert.ThrowsAny<JsonException>(() => Scan(Encoding.UTF8.GetBytes(deep), 64));
    }

    private static PeopleScanner Scan(ReadOnlySpan<byte> body, int piece)
    {
        var scanner = new PeopleScanner(Plan);
        var (start, end) = (0, 0);
        do
        {
            end = Math.Min(end + piece, body.Length);
            start += scanner.Feed(body[start..end], end == body.Length);
        }
        while (end < body.Length);

        return scanner;
    }
}
