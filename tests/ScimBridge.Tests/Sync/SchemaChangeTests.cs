using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ScimBridge.Protocol;
using ScimBridge.Protocol.Resources;
using ScimBridge.Protocol.Schemas;
using ScimBridge.Storage;
using ScimBridge.Sync;
using ScimBridge.Tests.Scim;
using ScimBridge.Tests.TestDatabases;
using Xunit;

namespace ScimBridge.Tests.Sync;

/// <summary>What a directory adds to our extension is part of its version.</summary>
public sealed class SchemaChangeTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Other_attributes_alone_make_a_version_and_change_nobody(string provider)
    {
        await using var scenario = await SyncScenario.StartAsync(provider);
        var users = await scenario.GetAsync("Users?count=1000");
        await using (var db = await scenario.App.Services.GetRequiredService<IDbContextFactory<ScimBridgeContext>>().CreateDbContextAsync(Ct))
        {
            // As rules that have an attribute more would have left it.
            var published = await db.DirectoryVersions.SingleAsync(Ct);
            published.CustomAttributes = CustomAttributes.Write([CustomSchema.Of("badge", AttributeType.Integer)]);
            await db.SaveChangesAsync(Ct);
        }

        Assert.Equal(0, await scenario.CountAsync("Users", "badge pr"));
        var changed = await scenario.SyncedAsync();
        var refused = await scenario.StatusAsync("Users?filter=badge%20pr");
        var unchanged = await scenario.SyncedAsync();

        Assert.Equal((1, 2, 12, 0), (changed.VersionBefore, changed.VersionAfter, changed.Unchanged, changed.Updated));
        Assert.Equal(400, refused);
        Assert.Equal((2, 2), (unchanged.VersionBefore, unchanged.VersionAfter));
        Assert.True(JsonNode.DeepEquals(users, await scenario.GetAsync("Users?count=1000")));
    }

    [Fact]
    public void A_user_changes_when_a_value_is_compared_or_returned_otherwise()
    {
        var badge = CustomSchema.Of("badge", AttributeType.String);
        var user = new ScimUser
        {
            Schemas = [ScimSchemaUris.User],
            Id = "1",
            UserName = "ann",
            HiBob = new ScimHiBobUser { Custom = new Dictionary<string, JsonElement>(StringComparer.Ordinal) { ["badge"] = JsonSerializer.SerializeToElement("2026-01-31T12:00:00Z") } },
        };

        var digest = DigestOf(user, badge);

        Assert.All(
            [badge with { Type = AttributeType.DateTime }, badge with { CaseExact = true }, badge with { Returned = AttributeReturned.Request }],
            (AttributeDefinition other) => Assert.NotEqual(digest, DigestOf(user, other)));
        Assert.Equal(digest, DigestOf(user, badge with { Description = "On the card." }));
        Assert.Equal(digest, DigestOf(user, CustomSchema.Of("hobby", AttributeType.String), badge));
        Assert.Equal(DigestOf(user with { HiBob = null }), DigestOf(user with { HiBob = null }, badge));
    }

    private static Digest DigestOf(ScimUser user, params AttributeDefinition[] attributes) =>
        new ResourceRows(SchemaCatalog.Load().WithAttributes(ScimSchemaUris.HiBobUser, attributes)).DigestOf(user);
}
