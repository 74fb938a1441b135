using System.Text.Json;
using ScimBridge.Protocol.Schemas;

namespace ScimBridge.Protocol.Tests.Schemas;

/// <summary>The documents against the lists of RFC 7643 section 8.7.1, written down here a second time.</summary>
public sealed class SchemaDocumentTests
{
    // name: string readWrite default none, not required and not case-exact, unless it says otherwise. "[]" is multi-valued.
    private const string User = """
        userName required server
        name complex(formatted, familyName, givenName, middleName, honorificPrefix, honorificSuffix)
        displayName
        nickName
        profileUrl reference->external
        title
        userType
        preferredLanguage
        locale
        timezone
        active boolean
        password writeOnly never
        emails[] complex(value, display, type{work|home|other}, primary boolean)
        phoneNumbers[] complex(value, display, type{work|home|mobile|fax|pager|other}, primary boolean)
        ims[] complex(value, display, type{aim|gtalk|icq|xmpp|msn|skype|qq|yahoo}, primary boolean)
        photos[] complex(value reference->external, display, type{photo|thumbnail}, primary boolean)
        addresses[] complex(formatted, streetAddress, locality, region, postalCode, country, type{work|home|other}, primary boolean)
        groups[] complex readOnly(value readOnly, $ref reference readOnly->User|Group, display readOnly, type{direct|indirect} readOnly)
        entitlements[] complex(value, display, type, primary boolean)
        roles[] complex(value, display, type, primary boolean)
        x509Certificates[] complex(value binary, display, type, primary boolean)
        """;

    private const string Group = """
        displayName required
        members[] complex(value immutable, $ref reference immutable->User|Group, type{User|Group} immutable, display immutable)
        """;

    private const string EnterpriseUser = """
        employeeNumber
        costCenter
        organization
        division
        department
        manager complex(value, $ref reference->User, displayName readOnly)
        """;

    private const string HiBobUser = """
        startDate exact readOnly
        terminationDate exact readOnly
        lastDayOfWork exact readOnly
        lifecycleStatus readOnly
        accessStatus readOnly
        site readOnly
        siteId exact readOnly
        employmentType readOnly
        contract readOnly
        isManager boolean readOnly
        """;

    [Theory]
    [InlineData(ScimSchemaUris.User, User)]
    [InlineData(ScimSchemaUris.Group, Group)]
    [InlineData(ScimSchemaUris.EnterpriseUser, EnterpriseUser)]
    [InlineData(ScimSchemaUris.HiBobUser, HiBobUser)]
    [Shows("7643-7-canonical-values", "7643-4.1.1-password")]
    public void A_schema_has_the_attributes_and_characteristics_of_the_rfc(string urn, string expected)
    {
        var schema = SchemaCatalog.Load().FindSchema(urn);

        Assert.Equal(expected.Split('\n', StringSplitOptions.TrimEntries), schema?.Attributes.Select(Describe));
    }

    [Fact]
    [Shows("7643-3.1-case-exact")]
    public void Common_attributes_have_the_characteristics_of_section_3_1()
    {
        Assert.Equal(
            [
                "schemas[] reference required exact readOnly always->uri",
                "id required exact readOnly always server",
                "externalId exact",
                "meta complex readOnly(resourceType exact readOnly, created dateTime readOnly, lastModified dateTime readOnly, location reference exact readOnly->uri, version exact readOnly)",
            ],
            SchemaCatalog.Load().CommonAttributes.Select(Describe));
    }

    [Fact]
    public void The_rfcs_service_provider_config_fits_its_schema()
    {
        var schema = SchemaCatalog.Load().FindSchema(ScimSchemaUris.ServiceProviderConfig)!;
        using var example = JsonDocument.Parse(Rfc7643Examples.ServiceProviderConfig);

        Fits(example.RootElement, schema.Attributes, "schemas", "meta");
        Assert.All(schema.Attributes.Where(attribute => attribute.Required), attribute => Assert.True(example.RootElement.TryGetProperty(attribute.Name, out _)));
    }

    [Fact]
    public void Every_schema_and_resource_type_fits_the_schema_of_its_kind()
    {
        var catalog = SchemaCatalog.Load();
        foreach (var schema in catalog.Schemas)
        {
            using var json = JsonDocument.Parse(SchemaCatalog.WriteSchema(schema, "https://example.com"));
            Fits(json.RootElement, catalog.FindSchema(ScimSchemaUris.Schema)!.Attributes, "schemas", "meta");
        }

        foreach (var type in catalog.ResourceTypes)
        {
            using var json = JsonDocument.Parse(SchemaCatalog.WriteResourceType(type, "https://example.com"));
            Fits(json.RootElement, catalog.FindSchema(ScimSchemaUris.ResourceType)!.Attributes, "schemas", "meta");
        }
    }

    [Fact]
    [Shows("7643-7-characteristics")]
    public void Every_attribute_spells_out_every_characteristic_in_its_document()
    {
        string[] wanted = ["name", "type", "multiValued", "description", "required", "caseExact", "mutability", "returned", "uniqueness"];
        foreach (var name in typeof(SchemaCatalog).Assembly.GetManifestResourceNames().Where(name => name.StartsWith("schemas", StringComparison.Ordinal)))
        {
            using var stream = typeof(SchemaCatalog).Assembly.GetManifestResourceStream(name)!;
            using var document = JsonDocument.Parse(stream);
            Check(document.RootElement.GetProperty("attributes"));
        }

        void Check(JsonElement attributes)
        {
            foreach (var attribute in attributes.EnumerateArray())
            {
                Assert.All(wanted, member => Assert.True(attribute.TryGetProperty(member, out _), $"{attribute} lacks {member}"));
                Assert.Equal(attribute.GetProperty("type").GetString() == "complex", attribute.TryGetProperty("subAttributes", out var subs));
                Assert.Equal(attribute.GetProperty("type").GetString() == "reference", attribute.TryGetProperty("referenceTypes", out _));
                if (subs.ValueKind == JsonValueKind.Array)
                {
                    Check(subs);
                }
            }
        }
    }

    private static void Fits(JsonElement value, IReadOnlyList<AttributeDefinition> attributes, params string[] also)
    {
        foreach (var member in value.EnumerateObject().Where(member => !also.Contains(member.Name)))
        {
            var attribute = Assert.Single(attributes, attribute => attribute.Name == member.Name);
            Assert.Equal(attribute.MultiValued, member.Value.ValueKind == JsonValueKind.Array);
            foreach (var item in attribute.MultiValued ? member.Value.EnumerateArray() : Enumerable.Repeat(member.Value, 1))
            {
                Assert.Equal(attribute.Type == AttributeType.Complex, item.ValueKind == JsonValueKind.Object);
                Assert.Equal(attribute.Type == AttributeType.Boolean, item.ValueKind is JsonValueKind.True or JsonValueKind.False);
                Assert.Equal(attribute.Type == AttributeType.Integer, item.ValueKind == JsonValueKind.Number);
                Assert.True(attribute.CanonicalValues.Count == 0 || attribute.CanonicalValues.Contains(item.GetString()), $"{attribute.Name}: {item}");
                if (item.ValueKind == JsonValueKind.Object)
                {
                    // A sub-attribute that is complex is described like an attribute once more.
                    Fits(item, attribute.Name == "subAttributes" ? attributes : attribute.SubAttributes);
                }
            }
        }
    }

    private static string Describe(AttributeDefinition attribute)
    {
        var canonical = attribute.CanonicalValues.Count == 0 ? "" : "{" + string.Join('|', attribute.CanonicalValues) + "}";
        var words = new List<string> { attribute.Name + (attribute.MultiValued ? "[]" : "") + canonical };
        Add(attribute.Type != AttributeType.String, JsonNamingPolicy.CamelCase.ConvertName(attribute.Type.ToString()));
        Add(attribute.Required, "required");
        Add(attribute.CaseExact, "exact");
        Add(attribute.Mutability != AttributeMutability.ReadWrite, JsonNamingPolicy.CamelCase.ConvertName(attribute.Mutability.ToString()));
        Add(attribute.Returned != AttributeReturned.Default, JsonNamingPolicy.CamelCase.ConvertName(attribute.Returned.ToString()));
        Add(attribute.Uniqueness != AttributeUniqueness.None, JsonNamingPolicy.CamelCase.ConvertName(attribute.Uniqueness.ToString()));
        return string.Join(' ', words)
            + (attribute.ReferenceTypes.Count == 0 ? "" : "->" + string.Join('|', attribute.ReferenceTypes))
            + (attribute.SubAttributes.Count == 0 ? "" : "(" + string.Join(", ", attribute.SubAttributes.Select(Describe)) + ")");

        void Add(bool when, string word)
        {
            if (when)
            {
                words.Add(word);
            }
        }
    }
}
