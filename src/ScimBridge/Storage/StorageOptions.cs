using System.ComponentModel.DataAnnotations;

namespace ScimBridge.Storage;

/// <summary>Where everything is kept; the section <c>Storage</c>.</summary>
internal sealed class StorageOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Storage";

    /// <summary>The value of <see cref="Provider"/> for SQLite.</summary>
    public const string Sqlite = "sqlite";

    /// <summary>The value of <see cref="Provider"/> for PostgreSQL.</summary>
    public const string Postgres = "postgres";

    /// <summary><c>sqlite</c> or <c>postgres</c>.</summary>
    [AllowedValues(Sqlite, Postgres, ErrorMessage = "Storage:Provider is 'sqlite' or 'postgres'.")]
    public string Provider { get; set; } = Sqlite;

    /// <summary>The database's connection string.</summary>
    [Required(ErrorMessage = "Storage:ConnectionString is missing.")]
    public string ConnectionString { get; set; } = "Data Source=data/scimbridge.db";
}
