using System.Text.Json;
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

        effects.CountChange(Stored(titled), titled, untitled);
        effects.CountChange(Stored(untitled), untitled, titled);

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

        effects.CountChange(Stored(User(before)), User(before), User(after));

        Assert.Equal((before.Contains('@', StringComparison.Ordinal) ? 1 : 0, changed), (effects.HadDomain, effects.DomainChanged));
    }

    [Theory]
    [InlineData("work", "x.example", "x.example.sbx", 1)]
    [InlineData("work", "x.example", "X.example", 0)]
    [InlineData("home", "x.example", "y.example", 0)]
    public void A_domain_changes_too_when_that_of_the_work_address_does_and_the_userName_is_another_thing(
        string type, string before, string after, int changed)
    {
        var effects = new PlanEffects();
        var (stored, wanted) = (Mailed(before), Mailed(after));
        effects.Count(Stored(stored));

        effects.CountChange(Stored(stored), stored, wanted);

        Assert.Equal((type == "work" ? 1 : 0, changed), (effects.HadDomain, effects.DomainChanged));

        ScimUser Mailed(string domain) => User("badge-1") with { Emails = [new ScimMultiValue { Type = type, Value = $"a@{domain}" }] };
    }

    [Fact]
    public void Of_several_work_addresses_the_primary_one_counts()
    {
        var effects = new PlanEffects();
        var before = User("badge-1") with { Emails = [Work("a@other.example", false), Work("a@x.example", true)] };
        var after = before with { Emails = [Work("a@x.example", true), Work("a@another.example", false)] };
        effects.Count(Stored(before));

        effects.CountChange(Stored(before), before, after);
        Assert.Equal((1, 0), (effects.HadDomain, effects.DomainChanged));
        effects.CountChange(Stored(before), before, before with { Emails = [Work("a@other.example", false), Work("a@y.example", true)] });
        Assert.Equal(1, effects.DomainChanged);

        ScimMultiValue Work(string address, bool primary) => new() { Type = "work", Value = address, Primary = primary };
    }

    private static readonly Dictionary<string, ScimUser> Alone = new(StringComparer.Ordinal)
    {
        ["groups"] = User("a") with { Groups = [new ScimGroupMembership { Value = "1", Ref = new ResourceReference("Groups/1") }] },
        ["costCenter"] = User("a") with { Enterprise = new ScimEnterpriseUser { CostCenter = "1" } },
        ["division"] = User("a") with { Enterprise = new ScimEnterpriseUser { Division = "1" } },
        ["photos"] = User("a") with { Photos = [Value("photo")] },
        ["ims"] = User("a") with { Ims = [Value("slack")] },
        ["profileUrl"] = User("a") with { ProfileUrl = "https://x.example/a" },
        ["locale"] = User("a") with { Locale = "nb-NO" },
        ["timezone"] = User("a") with { Timezone = "Europe/Oslo" },
        ["lifecycleStatus"] = User("a") with { HiBob = new ScimHiBobUser { LifecycleStatus = "Employed" } },
        ["terminationDate"] = User("a") with { HiBob = new ScimHiBobUser { TerminationDate = "2026-10-01" } },
        ["lastDayOfWork"] = User("a") with { HiBob = new ScimHiBobUser { LastDayOfWork = "2026-10-01" } },
        ["preferredLanguage"] = User("a") with { PreferredLanguage = "nb" },
        ["phoneNumbers[type eq \"work\"]"] = User("a") with { PhoneNumbers = [Value("work")] },
        ["phoneNumbers[type eq \"mobile\"]"] = User("a") with { PhoneNumbers = [Value("mobile")] },
        ["emails[type eq \"work\"]"] = User("a") with { Emails = [Value("work")] },
        ["emails[type eq \"home\"]"] = User("a") with { Emails = [Value("home")] },
        ["nickName"] = User("a") with { NickName = "1" },
        ["name.formatted"] = User("a") with { Name = new ScimName { Formatted = "1" } },
        ["name.middleName"] = User("a") with { Name = new ScimName { MiddleName = "1" } },
        ["name.honorificPrefix"] = User("a") with { Name = new ScimName { HonorificPrefix = "1" } },
        ["name.honorificSuffix"] = User("a") with { Name = new ScimName { HonorificSuffix = "1" } },
        ["isManager"] = User("a") with { HiBob = new ScimHiBobUser { IsManager = false } },
        ["siteId"] = User("a") with { HiBob = new ScimHiBobUser { SiteId = "1" } },
        ["accessStatus"] = User("a") with { HiBob = new ScimHiBobUser { AccessStatus = "1" } },
        ["entitlements"] = User("a") with { Entitlements = [Value("x")] },
        ["roles"] = User("a") with { Roles = [Value("x")] },
        ["x509Certificates"] = User("a") with { X509Certificates = [Value("x")] },
        ["every custom attribute"] = User("a") with
        {
            HiBob = new ScimHiBobUser { Custom = new Dictionary<string, JsonElement>(StringComparer.Ordinal) { ["cabin"] = JsonSerializer.SerializeToElement(1) } },
        },
    };

    public static TheoryData<string> AloneNames => [.. Alone.Keys];

    [Theory, MemberData(nameof(AloneNames))]
    public void Losing_nothing_but_this_is_noticed(string attribute)
    {
        var effects = new PlanEffects();
        effects.Count(Stored(Alone[attribute]));

        effects.CountChange(Stored(Alone[attribute]), Alone[attribute], User("a"));

        Assert.Contains((attribute, 1, 1), effects.Attributes);
    }

    [Fact]
    public void Whoever_is_deactivated_leaves_their_groups_without_the_attribute_counting_as_emptied()
    {
        var effects = new PlanEffects();
        var member = Stored(Alone["groups"]);

        effects.CountChange(member, Alone["groups"], User("a") with { Active = false });
        effects.CountChange(member with { Active = false }, Alone["groups"], User("a") with { Active = false });

        Assert.Contains(("groups", 0, 1), effects.Attributes);
    }

    [Fact]
    public void What_was_not_known_when_the_row_was_written_is_not_lost()
    {
        var effects = new PlanEffects();
        var unknown = Stored(Alone["photos"]) with { Attributes = 0 };
        effects.Count(unknown);

        effects.CountChange(unknown, Alone["photos"], User("a"));

        Assert.All(effects.Attributes, attribute => Assert.Equal((0, 0), (attribute.Had, attribute.Emptied)));
    }

    [Fact]
    public void Every_attribute_has_a_bit_of_its_own()
    {
        Assert.Equal(0, AttributePresence.Of(User("a@x.example")));
        Assert.InRange(AttributePresence.Names.Count, 1, 63);
        Assert.Equal(AttributePresence.Names.Count, AttributePresence.Names.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void Nothing_that_a_user_can_have_is_unwatched()
    {
        var settable = Texts(typeof(ScimUser)).Except(["Id", "ExternalId", "UserName"]).Select(property => With(User("a"), typeof(ScimUser).GetProperty(property)!, "1"))
            .Concat(Texts(typeof(ScimName)).Select(property => User("a") with { Name = With(new ScimName(), typeof(ScimName).GetProperty(property)!, "1") }))
            .Concat(Texts(typeof(ScimEnterpriseUser)).Select(property => User("a") with { Enterprise = With(new ScimEnterpriseUser(), typeof(ScimEnterpriseUser).GetProperty(property)!, "1") }))
            .Concat(Texts(typeof(ScimHiBobUser)).Select(property => User("a") with { HiBob = With(new ScimHiBobUser(), typeof(ScimHiBobUser).GetProperty(property)!, "1") }))
            .Concat(typeof(ScimUser).GetProperties().Where(property => property.PropertyType == typeof(IReadOnlyList<ScimMultiValue>)).Select(property => With(User("a"), property, new[] { Value("x") })))
            .ToList();

        Assert.InRange(settable.Count, 30, 100);
        Assert.All(settable, user => Assert.NotEqual(0, AttributePresence.Of(user)));

        static IEnumerable<string> Texts(Type type) => type.GetProperties().Where(property => property.PropertyType == typeof(string)).Select(property => property.Name);

        static T With<T>(T record, System.Reflection.PropertyInfo property, object value)
        {
            property.SetValue(record, value);
            return record;
        }
    }

    private static ScimUser User(string userName) => new() { Schemas = [], Id = "1", ExternalId = "1", UserName = userName, Active = true };

    private static ScimMultiValue Value(string type) => new() { Type = type, Value = "a@x.example" };

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
