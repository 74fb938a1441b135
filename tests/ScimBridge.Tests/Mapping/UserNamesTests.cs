using System.Diagnostics;
using CsCheck;
using ScimBridge.Mapping;
using ScimBridge.Mapping.Rules;
using ScimBridge.Protocol.Filtering;
using Xunit;

namespace ScimBridge.Tests.Mapping;

public sealed class UserNamesTests
{
    // Few ids and few names, so that everything that can collide does: case, width, compatibility forms and fallbacks.
    private static readonly Gen<UserNameClaim[]> Claims = Gen.Select(
            Gen.OneOf("1", "2", "3", "4", "a", "A", "1-2", "\uFF11", "5\0"),
            Gen.OneOf(null, " ", "x@y", " X@Y", "\uFF58@y", "hibob-1", "HIBOB-1-2", "hibob-a", "ß@y", "ss@y", "q\uD800", "q\uFFFD"),
            Gen.Bool,
            Gen.Bool,
            Gen.OneOf<DateTime?>(null, DateTime.UnixEpoch, DateTime.UnixEpoch.AddDays(1)))
        .Select((id, email, terminated, missing, created) => new UserNameClaim(id, email, terminated, missing, created))
        .Array[0, 12]
        .Select(claims => claims.DistinctBy(claim => claim.EmployeeId).ToArray());

    [Theory]
    [InlineData("priya@fjordline.example", "priya@fjordline.example")]
    [InlineData(" Priya@Fjordline.example ", "Priya@Fjordline.example")]
    [InlineData(" ", "hibob-1")]
    [InlineData(null, "hibob-1")]
    public void The_user_name_is_the_trimmed_email_or_made_of_the_id(string? email, string expected)
    {
        var assignment = UserNames.Assign([new UserNameClaim("1", email, false, false, null)]);

        Assert.Equal(expected, assignment.UserNames["1"]);
        Assert.Empty(assignment.Issues);
    }

    [Fact]
    public void On_a_clash_who_is_still_here_keeps_the_name() =>
        Assert.Equal("2", HolderOf(
            new UserNameClaim("1", "x@y", false, true, DateTime.UnixEpoch.AddDays(9)),
            new UserNameClaim("2", "X@Y", true, false, DateTime.UnixEpoch)));

    [Fact]
    public void Then_who_is_still_employed_keeps_it() =>
        Assert.Equal("1", HolderOf(
            new UserNameClaim("1", "x@y", false, false, DateTime.UnixEpoch),
            new UserNameClaim("2", "x@y", true, false, DateTime.UnixEpoch.AddDays(9))));

    [Fact]
    public void Then_the_newer_record_keeps_it()
    {
        Assert.Equal("1", HolderOf(
            new UserNameClaim("1", "x@y", false, false, DateTime.UnixEpoch.AddDays(1)),
            new UserNameClaim("2", "x@y", false, false, DateTime.UnixEpoch)));
        Assert.Equal("1", HolderOf(
            new UserNameClaim("1", "x@y", false, false, DateTime.UnixEpoch),
            new UserNameClaim("2", "x@y", false, false, null)));
    }

    [Fact]
    public void Then_the_ordinally_last_identifier_keeps_it() =>
        Assert.Equal("2", HolderOf(new UserNameClaim("1", "x@y", false, false, null), new UserNameClaim("2", "x@y", false, false, null)));

    [Fact]
    public void Who_loses_a_clash_gets_the_fallback_and_a_warning_that_names_ids_alone()
    {
        var assignment = UserNames.Assign(
        [
            new UserNameClaim("101", "x@y.example", false, false, null),
            new UserNameClaim("102", "X@Y.example", true, false, null),
        ]);

        Assert.Equal("x@y.example", assignment.UserNames["101"]);
        Assert.Equal("hibob-102", assignment.UserNames["102"]);
        var issue = Assert.Single(assignment.Issues);
        Assert.Equal(("102", "user_name_clash"), (issue.EmployeeId, issue.Code));
        Assert.Contains("101", issue.Detail, StringComparison.Ordinal);
        Assert.DoesNotContain("y.example", issue.Detail + issue.Advice, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Whoever_loses_a_clash_can_get_the_name_with_their_id_in_it()
    {
        var assignment = UserNames.Assign(
            [
                new UserNameClaim("5", "Ada@y.example", false, false, null),
                new UserNameClaim("6", "ada@y.example", false, false, null),
                new UserNameClaim("7", "grace", true, false, null),
                new UserNameClaim("8", "grace", false, false, null),
                new UserNameClaim("9", null, false, false, null),
            ],
            UserNameClash.Suffix);

        Assert.Equal(["Ada+5@y.example", "ada@y.example", "grace+7", "grace", "hibob-9"], assignment.UserNames.OrderBy(pair => pair.Key).Select(pair => pair.Value));
        Assert.Equal(["5", "7"], assignment.Issues.Select(issue => issue.EmployeeId));
    }

    [Fact]
    public void A_fallback_that_is_somebodys_email_gets_a_number()
    {
        var assignment = UserNames.Assign(
        [
            new UserNameClaim("5", null, false, false, null),
            new UserNameClaim("6", "HIBOB-5", false, false, null),
        ]);

        Assert.Equal("hibob-5-2", assignment.UserNames["5"]);
        Assert.Equal("5", Assert.Single(assignment.Issues).EmployeeId);
    }

    [Fact]
    [Shows("7643-4.1.1-user-name-unique", "7644-5-names")]
    public void No_two_people_ever_have_the_same_user_name() =>
        Claims.Sample(claims =>
        {
            foreach (var clash in Enum.GetValues<UserNameClash>())
            {
                var userNames = UserNames.Assign(claims, clash).UserNames;
                Assert.Equal(claims.Length, userNames.Count);
                Assert.Equal(claims.Length, userNames.Values.Select(ComparisonKey.Of).Distinct(StringComparer.Ordinal).Count());
            }
        });

    [Fact]
    public void The_order_of_the_claims_decides_nothing() =>
        Gen.Select(Claims, Gen.Int).Sample((claims, seed) =>
        {
            var shuffled = claims.ToArray();
            new Random(seed).Shuffle(shuffled);

            var (expected, actual) = (UserNames.Assign(claims), UserNames.Assign(shuffled));

            Assert.Equivalent(expected.UserNames, actual.UserNames, strict: true);
            Assert.Equal(expected.Issues, actual.Issues);
        });

    [Fact]
    public void A_large_company_takes_no_time()
    {
        var claims = Enumerable.Range(0, 100_000)
            .Select(number => new UserNameClaim($"37{number:D17}", $"First.Last{number % 99_000}@fjordline.example", false, false, null))
            .ToList();
        var watch = Stopwatch.StartNew();

        var assignment = UserNames.Assign(claims);

        // A quarter of a second on two cores, compiling included; the bound only catches what grows with the square.
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(10), $"{watch.Elapsed}");
        Assert.Equal(1_000, assignment.Issues.Count);
        TestContext.Current.SendDiagnosticMessage("100,000 userNames in {0} ms", watch.ElapsedMilliseconds);
    }

    private static string HolderOf(params UserNameClaim[] claims)
    {
        var assignment = UserNames.Assign(claims);
        return assignment.UserNames.Single(pair => ComparisonKey.Of(pair.Value) == "X@Y").Key;
    }
}
