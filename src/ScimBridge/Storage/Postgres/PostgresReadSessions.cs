using Microsoft.Extensions.Options;
using Npgsql;
using ScimBridge.Storage.Filtering;
using ScimBridge.Storage.Reading;

namespace ScimBridge.Storage.Postgres;

/// <summary>Npgsql pools connections and prepares statements that come again and again.</summary>
internal sealed class PostgresReadSessions(IOptions<StorageOptions> options) : IReadSessions, IAsyncDisposable
{
    /// <summary>How many statements a connection keeps prepared, unless the connection string says otherwise.</summary>
    private const int MostPrepared = 64;

    private readonly Lazy<NpgsqlDataSource> source = new(() =>
    {
        var settings = new NpgsqlConnectionStringBuilder(options.Value.ConnectionString);
        settings.MaxAutoPrepare = settings.MaxAutoPrepare == 0 ? MostPrepared : settings.MaxAutoPrepare;
        return NpgsqlDataSource.Create(settings);
    });

    /// <inheritdoc/>
    public SqlDialect Dialect { get; } = new PostgresDialect();

    /// <inheritdoc/>
    public long? Writes => null;

    /// <inheritdoc/>
    public async ValueTask<ReadSession> OpenAsync(CancellationToken cancellationToken) =>
        new PostgresReadSession(await source.Value.OpenConnectionAsync(cancellationToken));

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (source.IsValueCreated)
        {
            await source.Value.DisposeAsync();
        }
    }
}
