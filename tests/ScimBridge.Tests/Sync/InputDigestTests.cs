using ScimBridge.Mapping;
using ScimBridge.Protocol.Resources;
using ScimBridge.Storage;
using ScimBridge.Sync;
using Xunit;

namespace ScimBridge.Tests.Sync;

public sealed class InputDigestTests
{
    private static readonly ScimGroupMembership Sales = new() { Value = "g1", Ref = new ResourceReference("Groups/g1"), Display = "Sales", Type = "direct" };

    private static readonly UserFacts Facts = new()
    {
        Id = "u1",
        UserName = "a@x.example",
        Active = true,
        Manager = new ScimManager { Value = "u2", Ref = new ResourceReference("Users/u2"), DisplayName = "Mara" },
        Groups = [Sales],
        IncludeHomeAddress = true,
    };

    public static TheoryData<string> Changes => [.. Changed.Keys];

    private static Dictionary<string, (byte Fields, UserFacts Facts)> Changed { get; } = new(StringComparer.Ordinal)
    {
        ["a field"] = (2, Facts),
        ["the userName"] = (1, Facts with { UserName = "b@x.example" }),
        ["whether the user is active"] = (1, Facts with { Active = false }),
        ["whether home addresses are served"] = (1, Facts with { IncludeHomeAddress = false }),
        ["that there is no manager"] = (1, Facts with { Manager = null }),
        ["the manager"] = (1, Facts with { Manager = Facts.Manager! with { Value = "u3" } }),
        ["the manager's name"] = (1, Facts with { Manager = Facts.Manager! with { DisplayName = "Priya" } }),
        ["that there are no groups"] = (1, Facts with { Groups = [] }),
        ["a group"] = (1, Facts with { Groups = [Sales with { Value = "g2" }] }),
        ["a group's name"] = (1, Facts with { Groups = [Sales with { Display = "Revenue" }] }),
        ["a second group"] = (1, Facts with { Groups = [Sales, Sales with { Value = "g2" }] }),
    };

    [Theory, MemberData(nameof(Changes))]
    public void The_digest_follows(string change)
    {
        var (fields, facts) = Changed[change];

        Assert.NotEqual(Of(1, Facts), Of(fields, facts));
    }

    [Fact]
    public void The_digest_follows_the_rules() => Assert.NotEqual(Of(1, Facts), Of(1, Facts, "other rules"));

    [Fact]
    public void The_same_input_has_the_same_digest() => Assert.Equal(Of(1, Facts), Of(1, Facts with { Groups = [Sales with { }] }));

    [Fact]
    public void Texts_do_not_run_into_each_other()
    {
        static Digest Digest(params string?[] texts)
        {
            var input = new DigestInput();
            foreach (var text in texts)
            {
                input.Add(text);
            }

            return input.ToDigest();
        }

        var digests = new[] { Digest("a", "b"), Digest("ab"), Digest("ab", ""), Digest("ab", null), Digest("", "ab"), Digest("a", "1:b"), Digest() };
        Assert.Equal(digests.Length, digests.Distinct().Count());
    }

    private static Digest Of(byte fields, UserFacts facts, string rules = "rules") => InputDigest.Of(
        rules,
        new RosterEntry
        {
            EmployeeId = "1",
            UserId = "u1",
            ReadIndex = 0,
            NeedsLastKnown = false,
            Stored = null,
            MissingSince = null,
            ReadAt = default,
            FieldsHash = Digest.Of([fields]),
            Assessment = new PersonAssessment
            {
                Standing = PersonStanding.Active,
                Reason = StandingReasons.Employed,
                UserName = null,
                DisplayName = null,
                Terminated = false,
                CreatedInSource = null,
                Manager = null,
                Groups = [],
            },
        },
        facts);
}
