using ScimBridge.Protocol.Resources;
using ScimBridge.Storage;
using ScimBridge.Sync;
using Xunit;

namespace ScimBridge.Tests.Sync;

public sealed class PlanEffectsTests
{
    [Fact]
    public void An_attribute_is_emptied_for_whoever_had_it_and_gets_none()
    {
        var effects = new PlanEffects();
        var (titled, untitled) = (User("a@x.example") with { Title = "Captain" }, User("b@x.example"));
        foreach (var stored in new[] { Stored(titled), Stored(titled), Stored(untitled) })
        {
            effects.Count(stored);
        }

        effects.CountChange(Stored(titled), untitled);
        effects.CountChange(Stored(untitled), titled);

        Assert.Equal(("title", 2, 1), effects.Attributes.Single(attribute => attribute.Attribute == "title"));
        Assert.Equal(("emails", 0, 0), effects.Attributes.Single(attribute => attribute.Attribute == "emails"));
    }

    [Theory]
    [InlineData("a@x.example", "b@x.example", 0)]
    [InlineData("a@x.example", "a@X.EXAMPLE", 0)]
    [InlineData("a@x.example", "a@x.example.sbx", 1)]
    [InlineData("a@x.example", "hibob-1", 0)]
    [InlineData("hibob-1", "a@x.example", 0)]
    [InlineData("\"a@b\"@x.example", "a@x.example", 0)]
    public void A_domain_changes_when_both_names_have_one_and_they_differ(string before, string after, int changed)
    {
        var effects = new PlanEffects();
        effects.Count(Stored(User(before)));

        effects.CountChange(Stored(User(before)), User(after));

        Assert.Equal((before.Contains('@', StringComparison.Ordinal) ? 1 : 0, changed), (effects.HadDomain, effects.DomainChanged));
    }

    [Fact]
    public void Every_attribute_has_a_bit_of_its_own()
    {
        Assert.Equal(0, AttributePresence.Of(User("a@x.example")));
        Assert.InRange(AttributePresence.Names.Count, 1, 63);
        Assert.Equal(AttributePresence.Names.Count, AttributePresence.Names.Distinct(StringComparer.Ordinal).Count());
    }

    private static ScimUser User(string userName) => new() { Schemas = [], Id = "1", ExternalId = "1", UserName = userName };

    private static StoredUser Stored(ScimUser user) => new()
    {
        RowId = 1,
        Id = user.Id,
        EmployeeId = "1",
        Ordinal = 1,
        UserName = user.UserName,
        Active = true,
        Created = DateTimeOffset.UnixEpoch,
        MissingSince = null,
        OutOfScopeSince = null,
        ReadAt = DateTimeOffset.UnixEpoch,
        Attributes = AttributePresence.Of(user),
        InputHash = Digest.Of([1]),
        Hash = Digest.Of([2]),
    };
}
