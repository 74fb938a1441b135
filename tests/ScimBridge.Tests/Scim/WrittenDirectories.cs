using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ScimBridge.HiBobSimulator;
using ScimBridge.Protocol;
using ScimBridge.Protocol.Json;
using ScimBridge.Protocol.Schemas;
using ScimBridge.Storage;
using ScimBridge.Storage.Records;
using ScimBridge.Sync;
using ScimBridge.Tests.TestDatabases;
using Xunit;

namespace ScimBridge.Tests.Scim;

/// <summary>A server whose directories are written row by row: each version has the attributes and the people that a test gives it.</summary>
internal sealed class WrittenDirectories : IAsyncDisposable
{
    private static readonly DateTimeOffset Start = new(2026, 1, 31, 12, 0, 0, TimeSpan.Zero);

    private readonly TestDatabase database;
    private readonly HiBobSimulatorServer simulator;

    private WrittenDirectories(TestDatabase database, HiBobSimulatorServer simulator, ScimBridgeApp app) =>
        (this.database, this.simulator, App) = (database, simulator, app);

    /// <summary>The server; <c>acme</c>, <c>globex</c> and <c>initech</c> are declared.</summary>
    public ScimBridgeApp App { get; }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>Starts the server on an empty database.</summary>
    public static async Task<WrittenDirectories> StartAsync(string provider, IReadOnlyDictionary<string, string?>? settings = null)
    {
        var database = await TestDatabase.CreateAsync(provider, Ct);
        var simulator = await HiBobSimulatorServer.StartAsync(new HiBobSimulatorOptions { People = 0 }, Ct);
        return new WrittenDirectories(database, simulator, ScimBridgeApp.Start(database, [simulator, simulator, simulator], settings: settings));
    }

    /// <summary>Publishes the next version of a directory.</summary>
    /// <param name="key">The directory.</param>
    /// <param name="attributes">What it adds to our extension.</param>
    /// <param name="people">For each user the values of our extension, as JSON.</param>
    public async Task PublishAsync(string key, IReadOnlyList<AttributeDefinition> attributes, params string[] people)
    {
        var directory = await App.DirectoryAsync(key, Ct);
        await using var db = await App.Services.GetRequiredService<IDbContextFactory<ScimBridgeContext>>().CreateDbContextAsync(Ct);
        var version = (await db.Directories.AsNoTracking().SingleAsync(record => record.Id == directory.Value, Ct)).Version + 1;
        await db.Users.Where(user => user.DirectoryId == directory.Value && user.ValidTo == Versions.Open)
            .ExecuteUpdateAsync(set => set.SetProperty(user => user.ValidTo, version), Ct);

        var at = Start.AddMinutes(version);
        var rows = new ResourceRows(SchemaCatalog.Load().WithAttributes(ScimSchemaUris.HiBobUser, attributes));
        foreach (var (values, index) in people.Select((values, index) => (values, index)))
        {
            var json = new JsonObject
            {
                ["schemas"] = new JsonArray(ScimSchemaUris.User, ScimSchemaUris.HiBobUser),
                ["id"] = $"{key}-{index}",
                ["userName"] = $"{key}{index}",
                ["active"] = true,
                [ScimSchemaUris.HiBobUser] = JsonNode.Parse(values),
            };
            var user = ScimJson.DeserializeUser(System.Text.Encoding.UTF8.GetBytes(json.ToJsonString()));
            db.Users.Add(rows.Of(user, rows.DigestOf(user), new RowPlace(directory, version, index + 1, at, at)).User);
        }

        if (version == 1)
        {
            db.PageAnchors.Add(new PageAnchorRecord { DirectoryId = directory.Value, ValidFrom = 1, ValidTo = Versions.Open, List = AnchoredList.Users, Position = 0, Ordinal = 1 });
        }

        db.DirectoryVersions.Add(new DirectoryVersionRecord
        {
            DirectoryId = directory.Value,
            Version = version,
            At = at,
            Users = people.Length,
            ActiveUsers = people.Length,
            CustomAttributes = attributes.Count == 0 ? null : CustomAttributes.Write(attributes),
        });
        await db.SaveChangesAsync(Ct);
        await db.Directories.Where(record => record.Id == directory.Value).ExecuteUpdateAsync(set => set.SetProperty(record => record.Version, version), Ct);
    }

    /// <summary>Renames a stored attribute, as if another release had stored it.</summary>
    public async Task RenameAttributeAsync(string key, string from, string to)
    {
        var directory = await App.DirectoryAsync(key, Ct);
        await using var db = await App.Services.GetRequiredService<IDbContextFactory<ScimBridgeContext>>().CreateDbContextAsync(Ct);
        var version = await db.DirectoryVersions.SingleAsync(record => record.DirectoryId == directory.Value, Ct);
        version.CustomAttributes = version.CustomAttributes!.Replace($"\"{from}\"", $"\"{to}\"", StringComparison.Ordinal);
        await db.SaveChangesAsync(Ct);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        await simulator.DisposeAsync();
        await database.DisposeAsync();
    }
}
