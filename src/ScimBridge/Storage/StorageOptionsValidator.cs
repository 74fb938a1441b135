using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;
using Npgsql;

namespace ScimBridge.Storage;

/// <summary>Refuses a connection string that the provider can't read. Never repeats it, since it may hold a password.</summary>
internal sealed class StorageOptionsValidator : IValidateOptions<StorageOptions>
{
    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, StorageOptions options)
    {
        try
        {
            DbConnectionStringBuilder? _ = options.Provider switch
            {
                StorageOptions.Sqlite => new SqliteConnectionStringBuilder(options.ConnectionString),
                StorageOptions.Postgres => new NpgsqlConnectionStringBuilder(options.ConnectionString),
                _ => null,
            };
            return ValidateOptionsResult.Success;
        }
        catch (Exception malformed) when (malformed is ArgumentException or FormatException or KeyNotFoundException)
        {
            return ValidateOptionsResult.Fail($"Storage:ConnectionString is not a connection string for {options.Provider}.");
        }
    }
}
