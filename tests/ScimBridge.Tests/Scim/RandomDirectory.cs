using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ScimBridge.HiBobSimulator;
using ScimBridge.Protocol;
using ScimBridge.Protocol.Json;
using ScimBridge.Protocol.Resources;
using ScimBridge.Protocol.Schemas;
using ScimBridge.Storage;
using ScimBridge.Storage.Records;
using ScimBridge.Sync;
using ScimBridge.Tests.TestDatabases;
using Xunit;

namespace ScimBridge.Tests.Scim;

/// <summary>A served directory of random people who have any attribute there is, those of <see cref="CustomSchema"/> too.</summary>
internal sealed class RandomDirectory : IAsyncDisposable
{
    private const int People = 120;
    private const int GroupCount = 25;

    /// <summary>Text that is hard to compare. Short, so that equal values, prefixes and parts are common.</summary>
    public static readonly string[] Texts =
    [
        "a", "A", "ab", "Ab", "aB", "abc", "b", "å", "Å", "A\u030A", "ß", "ss", "SS", "ẞ", "i", "I", "İ", "ı", "σ", "ς", "Σ", "ﬁ", "fi", "😀", "😀a", "\uE000", "%", "_", "a%", "a_c",
        "'", "\"", "\\", "a b", " a", "*", "true", "null", "0", "10", "9", "2026-01-31", "\u00AD", "e\u0301", "é", "work", "Work", "home", "x@acme.example", "X@ACME.example",
    ];

    /// <summary>Numbers that are hard to compare.</summary>
    public static readonly decimal[] Numbers = [-1.5m, -1, 0, 0.1m, 0.10m, 1, 1.0m, 2, 2.25m, 9, 10, 100.5m, 4503599627370497, 9007199254740992, 9007199254740993];

    /// <summary>Moments, some of them the same.</summary>
    public static readonly string[] Moments =
        ["2020-02-29T00:00:00Z", "2026-01-31T12:00:00Z", "2026-01-31T13:00:00+01:00", "2026-01-31T12:00:00.0001Z", "2026-01-31T23:30:00-05:00", "0900-01-01T00:00:00Z"];

    private readonly Random random;
    private readonly TestDatabase database;
    private readonly HiBobSimulatorServer simulator;

    private RandomDirectory(Random random, TestDatabase database, HiBobSimulatorServer simulator, ScimBridgeApp app) =>
        (this.random, this.database, this.simulator, App) = (random, database, simulator, app);

    /// <summary>The server.</summary>
    public ScimBridgeApp App { get; }

    /// <summary>Starts a server on a database and fills its first directory.</summary>
    public static async Task<RandomDirectory> StartAsync(string provider, Random random)
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        var database = await TestDatabase.CreateAsync(provider, cancellationToken);
        var simulator = await HiBobSimulatorServer.StartAsync(new HiBobSimulatorOptions { People = 10 }, cancellationToken);
        var made = new RandomDirectory(random, database, simulator, ScimBridgeApp.Start(database, [simulator]));
        await made.FillAsync(cancellationToken);
        return made;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        await simulator.DisposeAsync();
        await database.DisposeAsync();
    }

    private async Task FillAsync(CancellationToken cancellationToken)
    {
        var directory = await App.DirectoryAsync(cancellationToken: cancellationToken);
        var rows = new ResourceRows(CustomSchema.Catalog);
        await using var db = await App.Services.GetRequiredService<IDbContextFactory<ScimBridgeContext>>().CreateDbContextAsync(cancellationToken);
        var start = new DateTimeOffset(2026, 1, 31, 12, 0, 0, TimeSpan.Zero);
        var groups = Enumerable.Range(0, GroupCount).Select(index => new ScimGroup
        {
            Schemas = [ScimSchemaUris.Group],
            Id = Id("Group", index),
            ExternalId = $"department:{index}",
            DisplayName = $"{Pick(Texts)}{(char)('a' + index)}",
        }).ToList();
        foreach (var (group, index) in groups.Select((group, index) => (group, index)))
        {
            db.Groups.Add(rows.Of(group, Digest.Of([(byte)index]), new RowPlace(directory, 1, index + 1, start, start.AddMinutes(random.Next(3)))));
        }

        for (var index = 0; index < People; index++)
        {
            var memberOf = groups.Where(_ => random.Next(8) == 0).ToList();
            var user = User(index, memberOf);
            var place = new RowPlace(directory, 1, index + 1, start.AddDays(random.Next(3)), start.AddDays(random.Next(3)).AddMilliseconds(random.Next(2)));
            var (record, emails) = rows.Of(user, Digest.Of([1, (byte)index]), place);
            db.Users.Add(record);
            db.UserEmails.AddRange(emails);
            db.Memberships.AddRange(memberOf.Select(group =>
                ResourceRows.Membership(directory, 1, group.Id, user.Id, index + 1, user.DisplayName)));
        }

        db.PageAnchors.AddRange(Anchors(directory, AnchoredList.Users, People).Concat(Anchors(directory, AnchoredList.Groups, GroupCount)));
        db.DirectoryVersions.Add(new DirectoryVersionRecord { DirectoryId = directory.Value, Version = 1, At = start, Users = People, ActiveUsers = People, Groups = GroupCount, CustomAttributes = CustomSchema.Json });
        await db.SaveChangesAsync(cancellationToken);
        await db.Directories.Where(record => record.Id == directory.Value).ExecuteUpdateAsync(set => set.SetProperty(record => record.Version, 1), cancellationToken);
    }

    private static IEnumerable<PageAnchorRecord> Anchors(DirectoryId directory, AnchoredList list, int count) =>
        Enumerable.Range(0, (count + PageAnchors.Spacing - 1) / PageAnchors.Spacing).Select(index => new PageAnchorRecord
        {
            DirectoryId = directory.Value,
            ValidFrom = 1,
            ValidTo = Versions.Open,
            List = list,
            Position = index * PageAnchors.Spacing,
            Ordinal = (index * PageAnchors.Spacing) + 1,
        });

    /// <summary>Every attribute of the schemas is there or not by chance, with values that its type allows.</summary>
    private ScimUser User(int index, List<ScimGroup> memberOf)
    {
        var schemas = CustomSchema.Catalog.SchemasOf("User");
        var json = Object(schemas[0].Attributes);
        var used = new JsonArray(schemas[0].Id);
        foreach (var extension in schemas.Skip(1))
        {
            if (Object(extension.Attributes) is { Count: > 0 } values)
            {
                used.Add(extension.Id);
                json[extension.Id] = values;
            }
        }

        if (json[ScimSchemaUris.EnterpriseUser]?["manager"] is JsonObject manager && random.Next(3) > 0)
        {
            manager["value"] = Id("User", random.Next(People));
        }

        json["schemas"] = used;
        json["id"] = Id("User", index);
        json["externalId"] = $"{Pick(Texts)}{index}";
        json["userName"] = $"{Pick(Texts)}{index}";
        json["active"] = random.Next(3) > 0;
        return ScimJson.DeserializeUser(JsonSerializer.SerializeToUtf8Bytes(json)) with
        {
            Groups = memberOf.Count == 0 ? null : [.. memberOf.Select(group => new ScimGroupMembership
            {
                Value = group.Id, Ref = new ResourceReference($"Groups/{group.Id}"), Display = group.DisplayName, Type = random.Next(2) == 0 ? "direct" : null,
            })],
        };
    }

    private JsonObject Object(IEnumerable<AttributeDefinition> attributes)
    {
        var json = new JsonObject();
        foreach (var attribute in attributes.Where(attribute => attribute.Name is not "groups" && attribute.IsReadable && (attribute.Name is "value" || random.Next(2) == 0)))
        {
            json[attribute.Name] = attribute.MultiValued
                ? new JsonArray([.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => Value(attribute))])
                : Value(attribute);
        }

        return json;
    }

    private JsonNode Value(AttributeDefinition attribute) => attribute.Type switch
    {
        AttributeType.Complex => Object(attribute.SubAttributes),
        AttributeType.Boolean => random.Next(2) == 0,
        AttributeType.Integer => Pick([.. Numbers.Where(number => number.Scale == 0)]),
        AttributeType.Decimal => Pick(Numbers),
        AttributeType.DateTime => Pick(Moments),
        AttributeType.Reference when attribute.Name == "$ref" => $"Users/{Id("User", random.Next(People))}",
        AttributeType.Reference => $"https://acme.example/{Uri.EscapeDataString(Pick(Texts))}",
        _ => random.Next(4) == 0 ? Pick(Texts) + Pick(Texts) : Pick(Texts),
    };

    private T Pick<T>(T[] values) => values[random.Next(values.Length)];

    private static string Id(string type, int index) => NameBasedGuid.Create(Guid.Parse("6ba7b811-9dad-11d1-80b4-00c04fd430c8"), $"{type}/{index}").ToString();
}
