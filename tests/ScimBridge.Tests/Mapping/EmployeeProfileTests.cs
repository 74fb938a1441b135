using System.Text.Json;
using System.Text.Json.Serialization;
using ScimBridge.Protocol.Resources;
using Xunit;
using static ScimBridge.Tests.Mapping.MappingFixtures;

namespace ScimBridge.Tests.Mapping;

public sealed class EmployeeProfileTests
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    [Fact]
    public void Every_attribute_has_a_rule() => Configuration.AssertConfigurationIsValid();

    [Fact]
    public void Somebody_of_whom_everything_is_known_has_every_attribute()
    {
        var facts = Facts with
        {
            Manager = new ScimManager { Value = "m", Ref = new ResourceReference("Users/m"), DisplayName = "Mara Olsen" },
            Groups = [new ScimGroupMembership { Value = "g", Ref = new ResourceReference("Groups/g"), Display = "Platform", Type = "direct" }],
            IncludeHomeAddress = true,
        };

        // A reader puts the base URL in the place of its marker.
        var user = JsonSerializer.Serialize(Mapper.Map(Priya, facts), Json)
            .Replace(((char)ResourceReference.BaseUrlMarker).ToString(), "https://bridge.example/scim/v2", StringComparison.Ordinal);

        Assert.Equal(
            """
            {
              "schemas": [
                "urn:ietf:params:scim:schemas:core:2.0:User",
                "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User",
                "urn:scimbridge:params:scim:schemas:extension:hibob:2.0:User"
              ],
              "id": "7c1d9b1e-0000-5000-8000-000000000001",
              "externalId": "3700000000000000102",
              "userName": "priya@fjordline.example",
              "name": { "formatted": "Priya Anjali Natarajan", "familyName": "Natarajan", "givenName": "Priya", "middleName": "Anjali" },
              "displayName": "Priya N.",
              "title": "Platform engineer",
              "userType": "Permanent",
              "active": true,
              "emails": [{ "value": "priya@fjordline.example", "type": "work", "primary": true }],
              "phoneNumbers": [
                { "value": "+47 22 00 00 01", "type": "work" },
                { "value": "+47 900 00 001", "type": "mobile" }
              ],
              "addresses": [
                {
                  "formatted": "Oslo\nStorgata 1\n3rd floor\nOslo, Oslo 0155\nNorway",
                  "streetAddress": "Storgata 1\n3rd floor",
                  "locality": "Oslo", "region": "Oslo", "postalCode": "0155", "country": "NO", "type": "work", "primary": true
                },
                {
                  "formatted": "Bakkeveien 2\nAsker, 1383\nNorway",
                  "streetAddress": "Bakkeveien 2",
                  "locality": "Asker", "postalCode": "1383", "country": "NO", "type": "home"
                }
              ],
              "groups": [{ "value": "g", "$ref": "https://bridge.example/scim/v2/Groups/g", "display": "Platform", "type": "direct" }],
              "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User": {
                "employeeNumber": "102", "organization": "Fjordline AS", "department": "Platform",
                "manager": { "value": "m", "$ref": "https://bridge.example/scim/v2/Users/m", "displayName": "Mara Olsen" }
              },
              "urn:scimbridge:params:scim:schemas:extension:hibob:2.0:User": {
                "startDate": "2021-09-06", "terminationDate": "2027-01-31", "lastDayOfWork": "2027-01-15",
                "lifecycleStatus": "Employed", "accessStatus": "Active", "site": "Oslo", "siteId": "2700101",
                "employmentType": "Permanent", "contract": "Full time", "isManager": false
              }
            }
            """,
            user,
            JsonText.Comparer);
    }

    [Fact]
    public void Somebody_of_whom_nothing_is_known_has_only_what_a_user_must_have()
    {
        var user = Mapper.Map(Nobody, Facts with { UserName = "hibob-3700000000000000102", Active = false });

        Assert.Equal(
            """
            {
              "schemas": ["urn:ietf:params:scim:schemas:core:2.0:User"],
              "id": "7c1d9b1e-0000-5000-8000-000000000001",
              "externalId": "3700000000000000102",
              "userName": "hibob-3700000000000000102",
              "active": false
            }
            """,
            JsonSerializer.Serialize(user, Json),
            JsonText.Comparer);
    }

    [Fact]
    public void Who_is_gone_from_the_HR_system_is_inactive_whatever_was_last_known()
    {
        Assert.True(Mapper.Map(Priya, Facts).Active);
        Assert.False(Mapper.Map(Priya, Facts with { Active = false }).Active);
    }

    [Fact]
    public void Facts_of_one_person_do_not_reach_the_next()
    {
        var groups = new[] { new ScimGroupMembership { Value = "g" } };

        var first = Mapper.Map(Priya, Facts with { Groups = groups });
        var second = Mapper.Map(Priya, Facts);

        Assert.Equal("g", Assert.Single(first.Groups!).Value);
        Assert.Null(second.Groups);
    }
}
