using System.Globalization;
using ScimBridge.Storage.Filtering;

namespace ScimBridge.Storage.Postgres;

/// <summary>PostgreSQL's words. Text out of JSON has the database's collation unless told otherwise.</summary>
internal sealed class PostgresDialect : SqlDialect
{
    /// <inheritdoc/>
    public override bool IsInProcess => false;

    /// <inheritdoc/>
    public override string Ordinal(string text) => $"({text}) COLLATE \"C\"";

    /// <inheritdoc/>
    public override string Member(string json, IReadOnlyList<string> path, SqlType type)
    {
        var text = json + string.Concat(path.SkipLast(1).Select(name => $" -> {Name(name)}")) + $" ->> {Name(path[^1])}";
        return As(type, text);
    }

    /// <inheritdoc/>
    public override string HasMember(string json, string name) => $"({json} -> {Name(name)}) IS NOT NULL";

    /// <inheritdoc/>
    public override string Values(string json, string name, string alias) =>
        $"jsonb_array_elements({json} -> {Name(name)}) WITH ORDINALITY AS {alias}(value, key)";

    /// <inheritdoc/>
    public override string Value(string alias, SqlType type) => As(type, $"{alias}.value #>> '{{}}'");

    /// <inheritdoc/>
    public override string Contains(string text, string part) => $"strpos({text}, {part}) > 0";

    /// <inheritdoc/>
    public override string StartsWith(string text, string part) => $"starts_with({text}, {part})";

    /// <inheritdoc/>
    public override string EndsWith(string text, string part) => $"right({text}, length({part})) = {part}";

    /// <inheritdoc/>
    public override string Hex(string bytes) => $"encode({bytes}, 'hex')";

    /// <inheritdoc/>
    public override string Character(int number) => string.Create(CultureInfo.InvariantCulture, $"chr({number})");

    /// <inheritdoc/>
    public override object Number(decimal number) => number;

    /// <inheritdoc/>
    public override string RowIsAmong(string rowId, string parameter) => $"{rowId} = ANY({parameter})";

    /// <inheritdoc/>
    public override object RowIds(IReadOnlyList<long> rowIds) => rowIds.ToArray();

    /// <inheritdoc/>
    public override object Texts(IReadOnlyCollection<string> texts) => texts.ToArray();

    private string As(SqlType type, string text) => type switch
    {
        SqlType.Flag => $"({text})::boolean",
        SqlType.Number => $"({text})::numeric",
        _ => Ordinal(text),
    };

    private static string Name(string name) => $"'{name.Replace("'", "''", StringComparison.Ordinal)}'";
}
