using System.IO.Compression;
using System.Text;
using System.Text.Json;
using ScimBridge.Employees;
using Xunit;
using static ScimBridge.Tests.HiBob.ScriptedHiBob;

namespace ScimBridge.Tests.HiBob;

public class HiBobSourceTests
{
    private const string People = "/v1/people/search";

    [Fact]
    public async Task A_read_asks_for_everybody_once_and_as_HiBob_wants_to_be_asked()
    {
        await using var hibob = await StartAsync();

        await using var read = await hibob.ReadAsync();

        var search = Assert.Single(hibob.Requests, request => request.Path == People);
        using var body = JsonDocument.Parse(search.Body);
        Assert.True(body.RootElement.GetProperty("showInactive").GetBoolean());
        Assert.Equal("APPEND", body.RootElement.GetProperty("humanReadable").GetString());
        Assert.False(body.RootElement.TryGetProperty("filters", out _));
        Assert.Contains("root.id", body.RootElement.GetProperty("fields").EnumerateArray().Select(field => field.GetString()));
        Assert.Equal("application/json", search.Headers["Content-Type"]);
        var expected = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{UserId}:{Token}"));
        Assert.All(hibob.Requests, request => Assert.Equal($"Basic {expected}", request.Headers["Authorization"]));
        Assert.All(hibob.Requests, request => Assert.Equal("application/json", request.Headers["Accept"]));
        Assert.All(hibob.Requests.Where(request => request.Method == "GET"), request => Assert.False(request.Headers.ContainsKey("Content-Type")));
        Assert.All(
            hibob.Requests.Where(request => request.Path.Contains("named-lists", StringComparison.Ordinal)),
            request => Assert.Equal("?includeArchived=true", request.Query));
    }

    [Fact]
    public async Task A_read_holds_everybody_with_ids_from_the_machine_values_and_names_from_the_display_texts()
    {
        await using var hibob = await StartAsync();

        await using var read = await hibob.ReadAsync();
        var priya = hibob.Source.Interpret(read.Read(0));

        Assert.Equal("3700000000000000102", priya.Id);
        Assert.Equal(new NamedItem("263100417", "Platform"), priya.Department);
        Assert.Equal(new NamedItem("2700101", "Oslo"), priya.Site);
        Assert.Equal("Staff Engineer", priya.JobTitle);
        Assert.Equal(new DateOnly(2021, 9, 6), priya.StartDate);
        Assert.Equal(new EmployeeReference("3700000000000000101", "Mara Olsen"), priya.Manager);
        Assert.Equal(read.Count, hibob.Progress.Last());
    }

    [Fact]
    public async Task The_catalogue_has_departments_with_their_paths_and_sites_archived_ones_marked()
    {
        await using var hibob = await StartAsync();

        await using var read = await hibob.ReadAsync();

        var platform = Assert.Single(read.Catalogue, item => item.Id == "263100417");
        Assert.Equal("work.department", platform.Field);
        Assert.Equal(["Engineering"], platform.Ancestors);
        Assert.Equal(["Engineering", "Platform"], platform.Path);
        Assert.True(Assert.Single(read.Catalogue, item => item.Name == "Mobile (old)").Archived);
        Assert.Equal("work.siteId", Assert.Single(read.Catalogue, item => item.Id == "2700101").Field);
    }

    [Fact]
    public async Task A_field_that_this_HiBob_does_not_know_is_reported_and_wanted_but_not_asked_for()
    {
        await using var hibob = await StartAsync(("HiBob:AdditionalFields:0", "work.squad"));

        await using var read = await hibob.ReadAsync();

        var issue = Assert.Single(read.Issues, issue => issue.Code == "unknown_field" && issue.Detail.Contains("work.squad", StringComparison.Ordinal));
        Assert.Contains("mapping rules", issue.Advice, StringComparison.Ordinal);
        Assert.False(Assert.Single(read.Fields, report => report.Field.Id == "work.squad").Known);
        Assert.Contains("work.squad", read.RequestedFields);
        Assert.DoesNotContain("work.squad", Encoding.UTF8.GetString(hibob.Requests.Single(request => request.Path == People).Body), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sensitive_field_is_never_asked_for_whoever_names_it()
    {
        await using var hibob = await StartAsync(("HiBob:AdditionalFields:0", "payroll.salary.payment"));

        await using var read = await hibob.Source.ReadAllAsync(
            hibob.Connection, new ReadRequest(["identification.ssn"], []), new Progress<int>(), TestContext.Current.CancellationToken);

        Assert.Equal(2, read.Issues.Count(issue => issue.Code == "sensitive_field"));
        Assert.DoesNotContain(read.RequestedFields, field => field is "payroll.salary.payment" or "identification.ssn");
        var search = Encoding.UTF8.GetString(hibob.Requests.Single(request => request.Path == People).Body);
        Assert.DoesNotContain("salary", search, StringComparison.Ordinal);
        Assert.DoesNotContain("ssn", search, StringComparison.Ordinal);
    }

    [Fact]
    public async Task More_fields_than_HiBob_gives_at_a_time_are_refused_before_anybody_is_read()
    {
        await using var hibob = await StartAsync();
        var many = Enumerable.Range(0, 400).Select(n => $"work.custom.field_{n}").ToList();
        var metadata = many.Concat(["root.id", "internal.lifecycleStatus"]).Select(id => $$"""{"id":"{{id}}","type":"text"}""");
        hibob.Always("/v1/company/people/fields", Json($"[{string.Join(',', metadata)}]"));

        var failure = await Assert.ThrowsAsync<EmployeeSourceException>(async () => await hibob.Source.ReadAllAsync(
            hibob.Connection, new ReadRequest(many, []), new Progress<int>(), TestContext.Current.CancellationToken));

        Assert.Equal(SourceFailure.Refused, failure.Failure);
        Assert.Contains("at most 400", failure.Message, StringComparison.Ordinal);
        Assert.Equal(0, hibob.Count(People));
    }

    [Fact]
    public async Task Whom_the_audience_includes_is_counted()
    {
        await using var hibob = await StartAsync();

        await using var read = await hibob.ReadAsync();

        Assert.Equivalent(new Dictionary<string, int> { ["employed"] = 1, ["garden leave"] = 1 }, read.LifecycleCounts, strict: true);
    }

    [Fact]
    public async Task A_field_that_nobody_has_is_reported_with_the_permission_to_grant()
    {
        await using var hibob = await StartAsync();

        await using var read = await hibob.ReadAsync();

        var issue = Assert.Single(read.Issues, issue => issue.Detail.StartsWith("work.workPhone", StringComparison.Ordinal));
        Assert.Equal("not_permitted_or_unknown", issue.Code);
        Assert.Contains("\"View selected employees' Work contact details sections\"", issue.Advice, StringComparison.Ordinal);
        Assert.Contains("People's data > People > Work contact details", issue.Advice, StringComparison.Ordinal);
        Assert.DoesNotContain(read.Issues, other => other.Detail.StartsWith("work.workMobile", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_configured_field_is_read_with_its_name()
    {
        await using var hibob = await StartAsync(("HiBob:AdditionalFields:0", "work.customColumns.column_1700000000001"));
        hibob.Always(People, Json("""
            {"employees":[{"id":"1","internal":{"lifecycleStatus":"employed"},
              "work":{"customColumns":{"column_1700000000001":"263100900"}},
              "humanReadable":{"work":{"customColumns":{"column_1700000000001":"CC-100 Platform"}}}}]}
            """));

        await using var read = await hibob.ReadAsync();

        Assert.Equal(FieldValue.Present("\"263100900\"", "CC-100 Platform"), read.Read(0)["work.customColumns.column_1700000000001"]);
    }

    [Fact]
    public async Task A_list_is_read_for_names_only_when_a_name_is_missing()
    {
        await using var hibob = await StartAsync();
        hibob.Always(People, Json(Fixture.Bytes("people-machine.json")));
        hibob.Always("/v1/company/named-lists/title", Json("""{"name":"title","values":[{"id":"263100777","value":"Staff Engineer","children":[]}]}"""));

        await using var read = await hibob.ReadAsync();

        Assert.Equal("Staff Engineer", hibob.Source.Interpret(read.Read(0)).JobTitle);
        Assert.Equal("Platform", read.Read(0)["work.department"].Text);
        Assert.Equal(1, hibob.Count("/v1/company/named-lists/title"));
        Assert.Equal(0, hibob.Count("/v1/company/named-lists/countries"));
    }

    [Theory]
    [InlineData(403)]
    [InlineData(404)]
    public async Task A_list_that_is_refused_is_an_issue_and_no_failure(int status)
    {
        await using var hibob = await StartAsync();
        hibob.Always("/v1/company/named-lists/site", Status(status));

        await using var read = await hibob.ReadAsync();

        Assert.Contains(read.Issues, issue => issue.Code == "list_unreadable" && issue.Detail.Contains("\"site\"", StringComparison.Ordinal));
        Assert.DoesNotContain(read.Catalogue, item => item.Field == "work.siteId");
        Assert.Equal(1, hibob.Count("/v1/company/named-lists/site"));
    }

    [Fact]
    public async Task A_second_record_with_the_same_id_is_rejected_and_the_first_counts()
    {
        await using var hibob = await StartAsync();
        hibob.Always(People, Json("""
            {"employees":[
              {"id":"7","firstName":"A","internal":{"lifecycleStatus":"employed"}},
              {"/root/id":{"value":"7"},"id":"7","firstName":"B","internal":{"lifecycleStatus":"employed"}},
              {"id":"x-1","internal":{"lifecycleStatus":"employed"}},
              {"id":"x-1","internal":{"lifecycleStatus":"employed"}}]}
            """));

        await using var read = await hibob.ReadAsync();

        Assert.Equal(4, read.Count);
        Assert.Equal("\"A\"", read.Read(0)["root.firstName"].Json);
        Assert.Equal("duplicate_id", Assert.Throws<EmployeeRejectedException>(() => read.Read(1)).Issue.Code);
        Assert.Equal("x-1", read.Read(2).EmployeeId);
        Assert.Equal("duplicate_id", Assert.Throws<EmployeeRejectedException>(() => read.Read(3)).Issue.Code);
    }

    [Fact]
    public async Task A_record_that_is_too_large_is_rejected_and_the_others_are_read()
    {
        await using var hibob = await StartAsync();
        var notes = string.Join(',', Enumerable.Range(0, 20).Select(n => $"\"note{n}\":\"{new string('n', 100_000)}\""));
        hibob.Always(People, Json(
            $$$"""{"employees":[{"id":"1",{{{notes}}} },{"id":"2","internal":{"lifecycleStatus":"employed"}}]}"""));

        await using var read = await hibob.ReadAsync();

        Assert.Equal("record_too_large", Assert.Throws<EmployeeRejectedException>(() => read.Read(0)).Issue.Code);
        Assert.Equal("2", read.Read(1).EmployeeId);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    public async Task A_compressed_answer_is_read(string encoding)
    {
        await using var hibob = await StartAsync();
        using var compressed = new MemoryStream();
        await using (Stream stream = encoding == "br" ? new BrotliStream(compressed, CompressionLevel.Fastest, true) : new GZipStream(compressed, CompressionLevel.Fastest, true))
        {
            stream.Write(Fixture.Bytes("people-append.json"));
        }

        hibob.Always(People, Answer(200, "application/json; charset=utf-8", compressed.ToArray(), ("Content-Encoding", encoding)));

        await using var read = await hibob.ReadAsync();

        Assert.True(read.Count > 1);
        Assert.Contains(encoding, hibob.Requests.Single(request => request.Path == People).Headers["Accept-Encoding"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_exhausted_budget_is_waited_for_before_the_next_call()
    {
        await using var hibob = await StartAsync();
        var reset = hibob.Clock.GetUtcNow().ToUnixTimeSeconds() + 30;
        hibob.Next("/v1/company/named-lists/department", Answer(
            200, "application/json", Fixture.Bytes("list-department.json"), ("X-RateLimit-Remaining", "0"), ("X-RateLimit-Reset", $"{reset}")));

        await using var read = await hibob.ReadAsync();

        Assert.Equal([TimeSpan.FromSeconds(30)], hibob.Clock.Waits);
        Assert.Equal(1, hibob.Count("/v1/company/named-lists/site"));
    }

    [Fact]
    public async Task A_read_leaves_no_file_behind_and_none_that_can_be_seen_meanwhile()
    {
        var folder = Directory.CreateTempSubdirectory("scimbridge-spool-");
        await using var hibob = await StartAsync(("HiBob:SpoolFolder", folder.FullName));

        await using (var read = await hibob.ReadAsync())
        {
            Assert.True(OperatingSystem.IsWindows() || folder.GetFiles().Length == 0);
            Assert.True(read.Count > 0);
        }

        Assert.Empty(folder.GetFiles());
        folder.Delete();
    }

    [Fact]
    public async Task Twenty_thousand_people_are_read_from_a_streamed_body()
    {
        await using var hibob = await StartAsync();
        hibob.Always(People, async context =>
        {
            context.Response.ContentType = "application/json";
            await context.Response.Body.WriteAsync("{\"employees\":["u8.ToArray());
            for (var person = 0; person < 20_000; person++)
            {
                var (comma, id) = (person == 0 ? "" : ",", person + 1);
                var json = $$$"""
                    {{{comma}}}{"/root/id":{"value":"{{{id}}}"},"id":"{{{id}}}","firstName":"Zoë {{{person}}}","internal":{"lifecycleStatus":"employed"} }
                    """;
                await context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(json));
            }

            await context.Response.Body.WriteAsync("]}"u8.ToArray());
        });

        await using var read = await hibob.ReadAsync();

        Assert.Equal(20_000, read.Count);
        Assert.True(hibob.Progress.Count > 2);
        for (var person = 0; person < read.Count; person += 97)
        {
            Assert.Equal($"{person + 1}", read.Read(person).EmployeeId);
            Assert.Equal($"\"Zoë {person}\"", read.Read(person)["root.firstName"].Json);
        }
    }
}
