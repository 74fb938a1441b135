using System.Globalization;
using System.Text;
using System.Text.Json;
using ScimBridge.Storage.Filtering;

namespace ScimBridge.Storage.Sqlite;

/// <summary>SQLite's words. Text compares by code points of itself; LIKE is avoided, because it ignores the case of ASCII.</summary>
internal sealed class SqliteDialect : SqlDialect
{
    /// <inheritdoc/>
    public override bool IsInProcess => true;

    /// <inheritdoc/>
    public override string Ordinal(string text) => text;

    /// <inheritdoc/>
    public override string Member(string json, IReadOnlyList<string> path, SqlType type) => $"json_extract({json}, {Path(path)})";

    /// <inheritdoc/>
    public override string HasMember(string json, string name) => $"json_type({json}, {Path([name])}) IS NOT NULL";

    /// <inheritdoc/>
    public override string Values(string json, string name, string alias) => $"json_each({json}, {Path([name])}) AS {alias}";

    /// <inheritdoc/>
    public override string Value(string alias, SqlType type) => $"{alias}.value";

    /// <inheritdoc/>
    public override string Contains(string text, string part) => $"instr({text}, {part}) > 0";

    /// <inheritdoc/>
    public override string StartsWith(string text, string part) => $"substr({text}, 1, length({part})) = {part}";

    /// <inheritdoc/>
    public override string EndsWith(string text, string part) => $"substr({text}, -length({part})) = {part}";

    /// <inheritdoc/>
    public override string Hex(string bytes) => $"lower(hex({bytes}))";

    /// <inheritdoc/>
    public override string Character(int number) => string.Create(CultureInfo.InvariantCulture, $"char({number})");

    /// <inheritdoc/>
    public override object Number(decimal number)
    {
        // Not as one expression: that would be a double in either case, which can't tell large whole numbers apart.
        if (decimal.IsInteger(number) && number is >= long.MinValue and <= long.MaxValue)
        {
            return (long)number;
        }

        return (double)number;
    }

    /// <inheritdoc/>
    public override string RowIsAmong(string rowId, string parameter) => $"{rowId} IN (SELECT value FROM json_each({parameter}))";

    /// <inheritdoc/>
    public override object RowIds(IReadOnlyList<long> rowIds) => $"[{string.Join(',', rowIds)}]";

    /// <inheritdoc/>
    public override object Texts(IReadOnlyCollection<string> texts) => JsonSerializer.Serialize(texts);

    // Names come from schema documents, never from a client; in quotes, since URNs have dots and colons.
    private static string Path(IReadOnlyList<string> path)
    {
        var text = new StringBuilder("'$");
        foreach (var name in path)
        {
            text.Append(CultureInfo.InvariantCulture, $".\"{name.Replace("'", "''", StringComparison.Ordinal)}\"");
        }

        return text.Append('\'').ToString();
    }
}
