namespace ScimBridge.Storage.Filtering;

/// <summary>How a database says what both can do: looking into JSON, and comparing text by its code points.</summary>
internal abstract class SqlDialect
{
    /// <summary>An expression made to compare by code points.</summary>
    public abstract string Ordinal(string text);

    /// <summary>The member of a JSON object at <paramref name="path"/>, as the type says; NULL when there is none.</summary>
    public abstract string Member(string json, IReadOnlyList<string> path, SqlType type);

    /// <summary>Whether a JSON object has the member.</summary>
    public abstract string HasMember(string json, string name);

    /// <summary>The values of an array member as rows of a table: a column <c>value</c>, and <c>key</c> for their order.</summary>
    public abstract string Values(string json, string name, string alias);

    /// <summary>A value from <see cref="Values"/> that is not an object, as the type says.</summary>
    public abstract string Value(string alias, SqlType type);

    /// <summary>That <paramref name="text"/> contains <paramref name="part"/>.</summary>
    public abstract string Contains(string text, string part);

    /// <summary>That <paramref name="text"/> starts with <paramref name="part"/>, which is not empty.</summary>
    public abstract string StartsWith(string text, string part);

    /// <summary>That <paramref name="text"/> ends with <paramref name="part"/>, which is not empty.</summary>
    public abstract string EndsWith(string text, string part);

    /// <summary>The bytes of a column as lower-case hexadecimal text.</summary>
    public abstract string Hex(string bytes);

    /// <summary>Whether the database is in this process, so that asking twice costs next to nothing.</summary>
    public abstract bool IsInProcess { get; }

    /// <summary>The character with that number.</summary>
    public abstract string Character(int number);

    /// <summary>A number as the database is to get it.</summary>
    public abstract object Number(decimal number);

    /// <summary>That a row's number, or its id, is among those of a parameter.</summary>
    public abstract string RowIsAmong(string rowId, string parameter);

    /// <summary>Numbers of rows as that parameter.</summary>
    public abstract object RowIds(IReadOnlyList<long> rowIds);

    /// <summary>Texts as that parameter.</summary>
    public abstract object Texts(IReadOnlyCollection<string> texts);
}
