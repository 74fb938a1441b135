using ScimBridge.Employees;
using Xunit;
using static ScimBridge.Tests.HiBob.ScriptedHiBob;

namespace ScimBridge.Tests.HiBob;

public class HiBobBatchTests
{
    private const string People = "/v1/people/search";

    [Theory]
    [InlineData(413)]
    [InlineData(504)]
    [InlineData(408)]
    public async Task A_company_that_is_too_much_at_once_is_read_in_batches_at_the_first_refusal(int status)
    {
        await using var hibob = await StartAsync();
        var company = new ScriptedCompany(Numbers(450)) { Whole = Status(status) };
        hibob.Always(People, company.AnswerAsync);

        await using var read = await hibob.ReadAsync();

        Assert.Equal(Numbers(450), Ids(read));
        Assert.Equal([200, 200, 50], company.Batches);
        Assert.Equal((1, 2), (company.Wholes, company.Lists));
        Assert.Equal(450, read.LifecycleCounts["employed"]);
        Assert.Equal(450, Assert.Single(read.Fields, report => report.Field.Id == "root.email").Present);
        Assert.Single(read.Issues, issue => issue.Code == "read_in_batches");
        Assert.DoesNotContain(read.Issues, issue => issue.Code == "changed_while_read");
        Assert.Equal(450, hibob.Progress.Last());
    }

    [Fact]
    public async Task A_company_larger_than_the_limit_for_a_body_is_read_in_batches()
    {
        await using var hibob = await StartAsync(("HiBob:MaxBodyBytes", "100000"));
        var company = new ScriptedCompany(Numbers(300)) { Whole = Json($$"""{"employees":[{"id":"1","about":"{{new string('x', 200_000)}}"}]}""") };
        hibob.Always(People, company.AnswerAsync);

        await using var read = await hibob.ReadAsync();

        Assert.Equal(Numbers(300), Ids(read));
        Assert.Equal(1, company.Wholes);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_company_that_does_not_come_in_time_is_read_in_batches_without_another_wait(bool begun)
    {
        await using var hibob = await StartAsync();
        var company = new ScriptedCompany(Numbers(3)) { Whole = begun ? hibob.StallAsync : hibob.NeverAsync };
        hibob.Always(People, company.AnswerAsync);

        await using var read = await hibob.ReadAsync();

        Assert.Equal(Numbers(3), Ids(read));
        Assert.Equal(1, company.Wholes);
    }

    [Fact]
    public async Task That_batches_were_needed_is_remembered_for_some_hours()
    {
        await using var hibob = await StartAsync(("HiBob:BatchesFor", "06:00:00"));
        var company = new ScriptedCompany(Numbers(3));
        hibob.Always(People, company.AnswerAsync);

        await using (await hibob.ReadAsync())
        {
        }

        await using var second = await hibob.ReadAsync();
        Assert.Equal(1, company.Wholes);
        Assert.DoesNotContain(second.Issues, issue => issue.Code == "read_in_batches");

        hibob.Clock.Advance(TimeSpan.FromHours(7));
        await using var third = await hibob.ReadAsync();
        Assert.Equal(2, company.Wholes);
    }

    [Fact]
    public async Task Whoever_vanishes_in_between_is_not_in_the_read_and_is_no_rejection()
    {
        await using var hibob = await StartAsync(("HiBob:BatchSize", "2"));
        ScriptedCompany? company = null;
        company = new ScriptedCompany(Numbers(6)) { BeforeBatch = batch => _ = batch == 2 && company!.Ids.Remove("5") };
        hibob.Always(People, company.AnswerAsync);

        await using var read = await hibob.ReadAsync();

        Assert.Equal(["1", "2", "3", "4", "6"], Ids(read));
        Assert.Contains("1 people vanished", Assert.Single(read.Issues, issue => issue.Code == "changed_while_read").Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_appears_in_between_is_read_as_well()
    {
        await using var hibob = await StartAsync(("HiBob:BatchSize", "2"));
        ScriptedCompany? company = null;
        company = new ScriptedCompany(Numbers(4))
        {
            BeforeBatch = batch =>
            {
                if (batch <= 3)
                {
                    company!.Ids.Add($"{100 + batch}");
                }
            },
        };
        hibob.Always(People, company.AnswerAsync);

        await using var read = await hibob.ReadAsync();

        Assert.Equal(["1", "2", "3", "4", "101", "102", "103"], Ids(read));
        Assert.Contains("3 appeared", Assert.Single(read.Issues, issue => issue.Code == "changed_while_read").Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task People_who_keep_appearing_do_not_keep_a_read_from_ending()
    {
        await using var hibob = await StartAsync();
        ScriptedCompany? company = null;
        company = new ScriptedCompany(Numbers(4)) { BeforeBatch = batch => company!.Ids.Add($"{100 + batch}") };
        hibob.Always(People, company.AnswerAsync);

        await using var read = await hibob.ReadAsync();

        Assert.Equal(["1", "2", "3", "4", "101", "102"], Ids(read));
        Assert.Contains("3 appeared", Assert.Single(read.Issues, issue => issue.Code == "changed_while_read").Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_a_batch_leaves_out_and_HiBob_still_lists_fails_the_read()
    {
        await using var hibob = await StartAsync(("HiBob:BatchSize", "2"));
        var company = new ScriptedCompany(Numbers(6)) { LeftOut = { "4" } };
        hibob.Always(People, company.AnswerAsync);

        var failure = await hibob.FailAsync();

        Assert.Equal(SourceFailure.Unreadable, failure.Failure);
        Assert.Contains("left out 1 people", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(500, "Unavailable")]
    [InlineData(401, "InvalidCredentials")]
    [InlineData(403, "Forbidden")]
    [InlineData(413, "Refused")]
    public async Task A_batch_that_fails_fails_the_read(int status, string expected)
    {
        await using var hibob = await StartAsync(("HiBob:BatchSize", "2"));
        var company = new ScriptedCompany(Numbers(6));
        hibob.Always(People, context => company.Batches.Count == 1 ? Status(status)(context) : company.AnswerAsync(context));

        var failure = await hibob.FailAsync();

        Assert.Equal(Enum.Parse<SourceFailure>(expected), failure.Failure);
    }

    [Fact]
    public async Task A_batch_that_is_cut_off_is_read_again_and_leaves_nothing_behind()
    {
        await using var hibob = await StartAsync(("HiBob:BatchSize", "2"));
        var cut = 0;
        var company = new ScriptedCompany(Numbers(6));
        hibob.Always(People, context => company.Batches.Count == 1 && cut++ == 0 ? hibob.CutOffAsync(context) : company.AnswerAsync(context));

        await using var read = await hibob.ReadAsync();

        Assert.Equal(Numbers(6), Ids(read));
        Assert.Equal(6, read.LifecycleCounts["employed"]);
    }

    [Fact]
    public async Task A_batch_with_people_who_were_not_asked_for_is_not_believed()
    {
        await using var hibob = await StartAsync(("HiBob:BatchSize", "2"));
        var company = new ScriptedCompany(Numbers(6));
        var stranger = Json("""{"employees":[{"id":"3"},{"id":"4"},{"id":"99"}]}""");
        hibob.Always(People, context => company.Batches.Count == 1 ? stranger(context) : company.AnswerAsync(context));

        var failure = await hibob.FailAsync();

        Assert.Contains("not asked for", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Batches_wait_for_the_budget()
    {
        await using var hibob = await StartAsync(("HiBob:BatchSize", "2"));
        var company = new ScriptedCompany(Numbers(4)) { Whole = Status(413) };
        hibob.Always(People, context =>
        {
            if (company.Batches.Count == 1)
            {
                context.Response.Headers["X-RateLimit-Remaining"] = "0";
                context.Response.Headers["X-RateLimit-Reset"] = $"{hibob.Clock.GetUtcNow().ToUnixTimeSeconds() + 25}";
            }

            return company.AnswerAsync(context);
        });

        await using var read = await hibob.ReadAsync();

        Assert.Contains(TimeSpan.FromSeconds(25), hibob.Clock.Waits);
        Assert.Equal(4, read.Count);
    }

    [Fact]
    public async Task A_company_whose_list_of_ids_is_empty_is_Empty()
    {
        await using var hibob = await StartAsync();
        hibob.Always(People, new ScriptedCompany([]).AnswerAsync);

        Assert.Equal(SourceFailure.Empty, (await hibob.FailAsync()).Failure);
    }

    private static List<string> Numbers(int count) => [.. Enumerable.Range(1, count).Select(n => $"{n}")];

    private static List<string> Ids(EmployeeRead read) => [.. Enumerable.Range(0, read.Count).Select(index => read.Read(index).EmployeeId)];
}
