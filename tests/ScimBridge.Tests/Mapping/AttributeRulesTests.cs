using ScimBridge.Mapping;
using ScimBridge.Mapping.Rules;
using Xunit;
using static ScimBridge.Tests.Mapping.RulesFixtures;

namespace ScimBridge.Tests.Mapping;

/// <summary>What rules make of attributes.</summary>
public sealed class AttributeRulesTests
{
    [Fact]
    public void Without_rules_the_default_mapping_is_all_there_is()
    {
        var person = Person(("work.title", "7", "Engineer"), ("work.department", "5", "Platform"));

        Assert.Equal(
            Json(MappingFixtures.Mapper.Map(Source.Interpret(person), MappingFixtures.Facts)).ToJsonString(),
            Compile(DirectoryRules.Default).Json(person).ToJsonString());
    }

    [Theory]
    [InlineData("title")]
    [InlineData("nickName")]
    [InlineData("userType")]
    [InlineData("preferredLanguage")]
    [InlineData("locale")]
    [InlineData("timezone")]
    [InlineData("name.honorificPrefix")]
    [InlineData("name.honorificSuffix")]
    [InlineData("name.middleName")]
    [InlineData("emails[type eq \"home\"].value")]
    [InlineData("phoneNumbers[type eq \"mobile\"].value")]
    [InlineData("ims[type eq \"slack\"].value")]
    [InlineData("roles[type eq \"squad\"].value")]
    [InlineData("entitlements[type eq \"badge\"].value")]
    [InlineData("addresses[type eq \"home\"].locality")]
    [InlineData("addresses[type eq \"work\"].formatted")]
    [InlineData("urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:costCenter")]
    [InlineData("urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:division")]
    [InlineData("urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:organization")]
    [InlineData("urn:scimbridge:params:scim:schemas:extension:hibob:2.0:User:site")]
    public void A_rule_fills_the_attribute_it_names_and_explains_itself(string attribute)
    {
        var mapping = Compile(new DirectoryRules { Attributes = [Rule(attribute, new ValueSource { Field = "work.custom.field_1" })] });
        var person = Person(("work.custom.field_1", "Fjord", null));

        var explained = mapping.Explain(person, MappingFixtures.Facts, [], Now).Attributes.Single(found => found.Rule == "rules/attributes/0");

        Assert.Equal((attribute, "Fjord"), (explained.Attribute, explained.Value));
        Assert.True(Assert.Single(explained.Fields).Won);
        Assert.Contains("work.custom.field_1", mapping.ReadRequest.Fields);
    }

    [Fact]
    public void What_a_rule_drops_is_gone_and_the_schemas_say_so()
    {
        var person = Person(("work.title", "7", "Engineer"), ("work.department", "5", "Platform"), ("work.workMobile", "+47 900", null));
        var mapping = Compile("""
            "attributes": [
              {"attribute": "title", "drop": true}, {"attribute": "name", "drop": true}, {"attribute": "phoneNumbers", "drop": true},
              {"attribute": "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department", "drop": true}]
            """);

        var user = mapping.Json(person);

        Assert.Null(user["title"]);
        Assert.Null(user["name"]);
        Assert.Null(user["phoneNumbers"]);
        Assert.DoesNotContain("enterprise", user["schemas"]!.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_type_occurs_once_and_one_value_stays_primary()
    {
        var mapping = Compile("""
            "attributes": [
              {"attribute": "emails[type eq \"WORK\"].value", "source": {"field": "work.custom.field_1"}},
              {"attribute": "emails[type eq \"home\"].value", "source": {"field": "home.privateEmail"}}]
            """);

        var both = mapping.Json(Person(("work.custom.field_1", "p@other.example", null), ("home.privateEmail", "p@home.example", null)));
        var homeAlone = mapping.Json(Person(("home.privateEmail", "p@home.example", null)));

        Assert.Equal(
            """[{"value":"p@other.example","type":"work","primary":true},{"value":"p@home.example","type":"home"}]""", both["emails"]!.ToJsonString());
        Assert.Equal("""[{"value":"p@home.example","type":"home","primary":true}]""", homeAlone["emails"]!.ToJsonString());
    }

    [Fact]
    public void What_is_taken_out_of_an_address_is_not_in_its_text_either()
    {
        var person = Person(("address.siteAddress1", "Storgata 1", null), ("address.siteCity", "Oslo", null), ("address.siteCountry", "no", "Norway"));
        var mapping = Compile("""
            "attributes": [{"attribute": "addresses[type eq \"work\"].streetAddress", "drop": true}]
            """);

        var address = mapping.Json(person)["addresses"]![0]!;

        Assert.Equal("Oslo\nNO", (string?)address["formatted"]);
        Assert.Null(address["streetAddress"]);
    }

    [Fact]
    public void The_display_name_of_the_rules_is_the_one_that_others_show()
    {
        var mapping = Compile("""
            "attributes": [{"attribute": "displayName", "source": {"template": "{root.surname}, {root.firstName}"}}]
            """);

        Assert.Equal("Natarajan, Priya", mapping.Assess(Person(), Now).DisplayName);
        Assert.Equal("Natarajan, Priya", (string?)mapping.Json(Person())["displayName"]);
    }

    [Fact]
    public void The_manager_is_whom_the_rule_names()
    {
        var mapping = Compile("""
            "attributes": [{"attribute": "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager", "source": {"field": "employee.hrbp"}}]
            """);

        var manager = mapping.Assess(Person(("work.manager", "1", "Mara"), ("employee.hrbp", "9", "Ada")), Now).Manager;

        Assert.Equal(("9", "Ada"), (manager!.Id, manager.DisplayName));
        Assert.Null(mapping.Assess(Person(("work.manager", "1", "Mara")), Now).Manager);
    }

    [Fact]
    public void The_home_address_is_as_the_rules_say_and_else_as_the_directory_does()
    {
        var person = Person(("address.city", "Asker", null));
        var serving = MappingFixtures.Facts with { IncludeHomeAddress = true };

        Assert.NotNull(Compile(DirectoryRules.Default).Map(person, serving).Addresses);
        Assert.Null(Compile("\"homeAddress\": false").Map(person, serving).Addresses);
        Assert.NotNull(Compile("\"homeAddress\": true").Map(person, MappingFixtures.Facts).Addresses);
    }

    [Fact]
    public void The_suffix_of_a_sandbox_goes_from_every_address()
    {
        var person = Person(("root.email", "priya@fjordline.example.sbx", null), ("home.privateEmail", "p@home.example.SBX", null));
        var mapping = Compile("""
            "userName": {"stripSandboxSuffix": true},
            "attributes": [{"attribute": "emails[type eq \"home\"].value", "source": {"field": "home.privateEmail"}}]
            """);

        Assert.Equal("priya@fjordline.example", mapping.Assess(person, Now).UserName);
        Assert.Equal(["priya@fjordline.example", "p@home.example"], mapping.Json(person)["emails"]!.AsArray().Select(email => (string?)email!["value"]));
        Assert.Equal("priya@fjordline.example.sbx", Compile(DirectoryRules.Default).Assess(person, Now).UserName);
    }

    [Fact]
    public void Attributes_of_a_directorys_own_have_their_types_and_are_in_the_schema()
    {
        var mapping = Compile("""
            "customAttributes": [
              {"name": "teams", "multiValued": true, "source": {"field": "work.custom.field_1"}},
              {"name": "fte", "type": "decimal", "source": {"field": "payroll.employment.fte"}},
              {"name": "badge", "type": "integer", "source": {"field": "work.custom.field_2"}},
              {"name": "onSite", "type": "boolean", "source": {"field": "work.custom.field_3"}},
              {"name": "since", "type": "dateTime", "source": {"field": "work.startDate"}},
              {"name": "page", "type": "reference", "source": {"template": "https://intranet.example/{root.id}"}}]
            """);
        var person = Person(
            ("work.custom.field_1", new[] { "1", "2" }, "Blue,Red"), ("payroll.employment.fte", 87.5, null), ("work.custom.field_2", "x7", null),
            ("work.custom.field_3", true, null), ("work.startDate", "2021-09-06", null));

        var extension = mapping.Json(person)["urn:scimbridge:params:scim:schemas:extension:hibob:2.0:User"]!.AsObject();

        Assert.Equal(
            """{"fte":87.5,"onSite":true,"page":"https://intranet.example/102","since":"2021-09-06T00:00:00Z","teams":["Blue","Red"]}""",
            extension.Where(member => member.Key is not ("lifecycleStatus" or "startDate"))
                .Aggregate(new System.Text.Json.Nodes.JsonObject(), (all, member) => { all.Add(member.Key, member.Value!.DeepClone()); return all; }).ToJsonString());
        Assert.Equal(["badge", "fte", "onSite", "page", "since", "teams"], mapping.CustomAttributes.Select(attribute => attribute.Name));
        Assert.NotNull(mapping.Catalog.FindServedSchema("urn:scimbridge:params:scim:schemas:extension:hibob:2.0:User")!.FindAttribute("fte"));
        var issue = Assert.Single(mapping.Assess(person, Now).Issues);
        Assert.Equal(("102", "transform_failed"), (issue.EmployeeId, issue.Code));
        Assert.DoesNotContain("x7", issue.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void A_value_that_is_too_long_is_left_out_and_told_of()
    {
        var person = Person(("work.custom.field_1", new string('x', 1025), null), ("root.surname", new string('y', 1025), null));
        var mapping = Compile("""
            "attributes": [{"attribute": "nickName", "source": {"field": "work.custom.field_1"}}]
            """);

        Assert.Null(mapping.Json(person)["nickName"]);
        Assert.Null(mapping.Json(person)["name"]!["familyName"]);
        Assert.Equal(["too_long", "too_long"], mapping.Assess(person, Now).Issues.Select(issue => issue.Code));
    }

    [Fact]
    public void Only_rules_that_make_resources_change_the_fingerprint()
    {
        var plain = Compile(DirectoryRules.Default).Fingerprint;

        Assert.Equal(plain, Compile("\"groups\": {\"emptyGroups\": false}").Fingerprint);
        Assert.NotEqual(plain, Compile("\"homeAddress\": false").Fingerprint);
        Assert.NotEqual(plain, Compile("""
            "attributes": [{"attribute": "title", "drop": true}]
            """).Fingerprint);
    }

    [Fact]
    public void Every_optional_source_is_a_rule_without_fault()
    {
        var presets = AttributePresets.Of(Source);

        Assert.Contains(presets, preset => preset.Id == "private-email");
        Assert.Empty(DirectoryRulesValidator.Validate(new DirectoryRules { Attributes = [.. presets.Select(preset => preset.Rule)] }, null));
    }
}
