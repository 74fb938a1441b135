using System.Text;
using System.Text.Json;
using ScimBridge.Employees;
using Xunit;
using static ScimBridge.Tests.HiBob.ScriptedHiBob;

namespace ScimBridge.Tests.HiBob;

public class HiBobSomePeopleTests
{
    private const string People = "/v1/people/search";
    private const string Priya = "/v1/people/priya+x@fjordline.example";

    [Fact]
    public async Task Some_people_are_asked_for_by_their_ids_in_batches_and_once_each()
    {
        await using var hibob = await StartAsync();
        var company = new ScriptedCompany(Enumerable.Range(1, 450).Select(n => $"{n}"));
        hibob.Always(People, company.AnswerAsync);

        await using var read = await hibob.ReadSomeAsync([.. company.Ids, "1", "2"]);

        Assert.Equal(450, read.Count);
        Assert.Equal([200, 200, 50], company.Batches);
        using var body = JsonDocument.Parse(hibob.Requests.First(request => request.Path == People).Body);
        var filter = body.RootElement.GetProperty("filters")[0];
        Assert.Equal("root.id", filter.GetProperty("fieldPath").GetString());
        Assert.Equal("equals", filter.GetProperty("operator").GetString());
        Assert.True(body.RootElement.GetProperty("showInactive").GetBoolean());
    }

    [Fact]
    public async Task Whoever_is_not_to_be_seen_is_asked_for_again_before_that_is_believed()
    {
        await using var hibob = await StartAsync();
        var company = new ScriptedCompany(["1", "2"]);
        hibob.Always(People, company.AnswerAsync);

        await using var read = await hibob.ReadSomeAsync("1", "3");

        Assert.Equal("1", read.Read(0).EmployeeId);
        Assert.Equal(1, read.Count);
        Assert.Equal([2, 1], company.Batches);
    }

    [Fact]
    public async Task Whoever_is_left_out_once_and_comes_when_asked_again_fails_the_read()
    {
        await using var hibob = await StartAsync();
        ScriptedCompany? company = null;
        company = new ScriptedCompany(["1", "2"]) { LeftOut = { "2" }, BeforeBatch = batch => _ = batch == 2 && company!.LeftOut.Remove("2") };
        hibob.Always(People, company.AnswerAsync);

        var failure = await Assert.ThrowsAsync<EmployeeSourceException>(async () => await hibob.ReadSomeAsync("1", "2"));

        Assert.Equal(SourceFailure.Unreadable, failure.Failure);
    }

    [Fact]
    public async Task Nobody_is_a_read_of_nobody_without_a_search()
    {
        await using var hibob = await StartAsync();

        await using var read = await hibob.ReadSomeAsync();

        Assert.Equal(0, read.Count);
        Assert.Equal(0, hibob.Count(People));
    }

    [Theory]
    [InlineData("""{"id":"7","/root/id":{"value":"7"}}""")]
    [InlineData("""{"id":7}""")]
    [InlineData("""{"/root/id":{"value":"7"}}""")]
    [InlineData("""{"employees":[{"id":"7"}]}""")]
    [InlineData("""{"employee":{"id":"7"}}""")]
    public async Task Somebody_is_found_by_address_in_every_shape_of_the_answer(string body)
    {
        await using var hibob = await StartAsync();
        hibob.Always(Priya, Json(body));

        Assert.Equal("7", await FindAsync(hibob, " priya+x@fjordline.example "));

        var request = Assert.Single(hibob.Requests);
        Assert.Equal("POST", request.Method);
        Assert.Contains("root.id", Encoding.UTF8.GetString(request.Body), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_has_an_address_that_HiBob_does_not_know_or_that_is_none()
    {
        await using var hibob = await StartAsync();
        hibob.Always(Priya, Json("""{"employees":[]}"""));

        Assert.Null(await FindAsync(hibob, "nobody@fjordline.example"));
        Assert.Null(await FindAsync(hibob, "priya+x@fjordline.example"));
        Assert.Null(await FindAsync(hibob, ".."));
        Assert.Equal(2, hibob.Requests.Count);
    }

    [Theory]
    [InlineData("""[]""")]
    [InlineData("""{}""")]
    [InlineData("""{"employees":[null]}""")]
    public async Task An_answer_that_is_no_person_is_not_taken_for_nobody(string body)
    {
        await using var hibob = await StartAsync();
        hibob.Always(Priya, Json(body));

        var failure = await Assert.ThrowsAsync<EmployeeSourceException>(() => FindAsync(hibob, "priya+x@fjordline.example"));

        Assert.Equal(SourceFailure.Unreadable, failure.Failure);
    }

    private static Task<string?> FindAsync(ScriptedHiBob hibob, string email) =>
        hibob.Source.FindIdAsync(hibob.Connection, email, TestContext.Current.CancellationToken);
}
