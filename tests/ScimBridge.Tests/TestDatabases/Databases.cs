using Xunit;

namespace ScimBridge.Tests.TestDatabases;

/// <summary>The databases that a test of stored things runs on, as the rows of a theory.</summary>
/// <example><c>[Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]</c></example>
public static class Databases
{
    /// <summary>The provider that every machine has.</summary>
    public const string Sqlite = "sqlite";

    /// <summary>The provider that needs a server.</summary>
    public const string Postgres = "postgres";

    /// <summary>The environment variable with the connection string of a PostgreSQL server whose user may create databases.</summary>
    public const string ServerVariable = "SCIMBRIDGE_TEST_POSTGRES";

    /// <summary>A row a provider. Without a server PostgreSQL's is skipped by name, and in CI it fails.</summary>
    public static IEnumerable<TheoryDataRow<string>> All => [new(Sqlite), .. PostgresOnly];

    /// <summary>For tests of what only PostgreSQL does.</summary>
    public static IEnumerable<TheoryDataRow<string>> PostgresOnly => [new(Postgres) { Skip = ReasonToSkip(Server, IsCi) }];

    /// <summary>A row for each of the cases on each provider.</summary>
    public static IEnumerable<TheoryDataRow<string, string>> With(IEnumerable<string> cases) =>
        All.SelectMany(database => cases, (database, name) => new TheoryDataRow<string, string>(database.Data, name) { Skip = database.Skip });

    /// <summary>The PostgreSQL server's connection string, if there is one.</summary>
    internal static string? Server => Environment.GetEnvironmentVariable(ServerVariable) is { Length: > 0 } server ? server : null;

    /// <summary>Whether this is a run that has to show everything.</summary>
    internal static bool IsCi => string.Equals(Environment.GetEnvironmentVariable("CI"), "true", StringComparison.OrdinalIgnoreCase);

    /// <summary>Why PostgreSQL can't be tested on; null when it can, or when that it can't is a failure.</summary>
    internal static string? ReasonToSkip(string? server, bool isCi) =>
        server is null && !isCi ? $"Needs PostgreSQL: run tests/run, or set {ServerVariable}." : null;
}
