using System.Globalization;
using System.Text;

namespace ScimBridge.Protocol.Filtering;

/// <summary>Reads the words and literals of a filter and knows where it stands.</summary>
internal sealed class FilterScanner(string text)
{
    public int Position { get; private set; }

    public bool AtEnd => Position == text.Length;

    public bool AtSpace => !AtEnd && IsSpace(text[Position]);

    /// <summary>Skips spaces; says whether there was one.</summary>
    public bool SkipSpaces()
    {
        var start = Position;
        while (AtSpace)
        {
            Position++;
        }

        return Position > start;
    }

    public bool TryTake(char c)
    {
        if (AtEnd || text[Position] != c)
        {
            return false;
        }

        Position++;
        return true;
    }

    public bool IsAt(char c) => !AtEnd && text[Position] == c;

    /// <summary>The run of characters that attribute paths, operators and the words true, false and null are made of; may be empty.</summary>
    public string TakeWord()
    {
        var start = Position;
        while (!AtEnd && (char.IsAsciiLetterOrDigit(text[Position]) || text[Position] is '-' or '_' or '.' or ':' or '$'))
        {
            Position++;
        }

        return text[start..Position];
    }

    /// <summary>Takes <c>and</c> or <c>or</c> in any case, with the spaces that must stand on both sides; else takes nothing.</summary>
    public bool TryTakeJoin(string word)
    {
        var start = Position;
        if (SkipSpaces() && TakeWord().Equals(word, StringComparison.OrdinalIgnoreCase) && SkipSpaces())
        {
            return true;
        }

        Position = start;
        return false;
    }

    /// <summary>Takes <c>not</c> when an opening parenthesis follows it, with or without spaces between; stops before the parenthesis.</summary>
    public bool TryTakeNot()
    {
        const string Word = "not";
        if (string.Compare(text, Position, Word, 0, Word.Length, StringComparison.OrdinalIgnoreCase) != 0)
        {
            return false;
        }

        var next = Position + Word.Length;
        while (next < text.Length && IsSpace(text[next]))
        {
            next++;
        }

        if (next >= text.Length || text[next] != '(')
        {
            return false;
        }

        Position = next;
        return true;
    }

    public ComparisonValue TakeLiteral()
    {
        if (IsAt('"'))
        {
            return ComparisonValue.Of(TakeString());
        }

        var start = Position;
        while (!AtEnd && (char.IsAsciiLetterOrDigit(text[Position]) || text[Position] is '-' or '+' or '.'))
        {
            Position++;
        }

        var literal = text[start..Position];
        return literal.ToUpperInvariant() switch
        {
            "TRUE" => ComparisonValue.Of(true),
            "FALSE" => ComparisonValue.Of(false),
            "NULL" => ComparisonValue.Null,
            _ => ComparisonValue.Of(Number(literal, start)),
        };
    }

    /// <summary>The error that says what was expected at a place, by default here.</summary>
    public ScimException Expected(string what, int? at = null) =>
        ScimException.InvalidFilter(
            string.Create(CultureInfo.InvariantCulture, $"The filter is malformed at character {(at ?? Position) + 1}: expected {what}."), (at ?? Position) + 1);

    private static bool IsSpace(char c) => c is ' ' or '\t' or '\r' or '\n';

    // JSON's number (RFC 8259 section 6) is narrower than what decimal.Parse takes.
    private decimal Number(string literal, int start)
    {
        var rest = literal.AsSpan(literal.StartsWith('-') ? 1 : 0);
        var isJson = rest.Length > 0 && char.IsAsciiDigit(rest[0]) && char.IsAsciiDigit(rest[^1])
            && !(rest.Length > 1 && rest[0] == '0' && char.IsAsciiDigit(rest[1]))
            && !rest.Contains(".e", StringComparison.OrdinalIgnoreCase);
        if (!isJson)
        {
            throw Expected("a literal: a string in double quotes, a number, true, false or null", start);
        }

        return decimal.TryParse(literal, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw Expected("a number below 7.9e28", start);
    }

    private string TakeString()
    {
        var start = Position++;
        var length = text.AsSpan(Position).IndexOf('"');
        if (length >= 0 && IsPlain(text.AsSpan(Position, length)))
        {
            Position += length + 1;
            return text.Substring(start + 1, length);
        }

        var value = new StringBuilder();
        while (!AtEnd && text[Position] != '"')
        {
            var at = Position;
            var c = text[Position] == '\\' ? TakeEscape() : text[Position++];
            if (c == '\0' || (c < ' ' && text[at] != '\\'))
            {
                throw Expected("no control character inside a string", at);
            }

            value.Append(c);
        }

        if (!TryTake('"'))
        {
            throw Expected("a double quote that ends the string begun at character " + (start + 1).ToString(CultureInfo.InvariantCulture));
        }

        var result = value.ToString();
        return HasLoneSurrogate(result) ? throw Expected("a string without half a surrogate pair", start) : result;
    }

    /// <summary>Whether a string means what is written, as most do: it has no escape, and nothing that may not be in it.</summary>
    private static bool IsPlain(ReadOnlySpan<char> value)
    {
        foreach (var c in value)
        {
            if (c is < ' ' or '\\' || char.IsSurrogate(c))
            {
                return false;
            }
        }

        return true;
    }

    private char TakeEscape()
    {
        var start = Position++;
        var c = AtEnd ? '\0' : text[Position++];
        return c switch
        {
            '"' or '\\' or '/' => c,
            'b' => '\b',
            'f' => '\f',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            'u' when text.Length - Position >= 4
                && ushort.TryParse(text.AsSpan(Position, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit) => Advance(4, (char)unit),
            _ => throw Expected("an escape that JSON knows", start),
        };
    }

    private char Advance(int by, char result)
    {
        Position += by;
        return result;
    }

    private static bool HasLoneSurrogate(string value)
    {
        for (var i = 0; i < value.Length; i++)
        {
            if (!char.IsSurrogate(value[i]))
            {
                continue;
            }

            if (i + 1 == value.Length || !char.IsSurrogatePair(value[i], value[i + 1]))
            {
                return true;
            }

            i++;
        }

        return false;
    }
}
