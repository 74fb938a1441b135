using System.Diagnostics.CodeAnalysis;

namespace ScimBridge.Protocol.Schemas;

/// <summary>How a client names an attribute: <c>[URN ":"] name ["." sub-attribute]</c> (RFC 7644 sections 3.10 and 3.4.2.2, <c>attrPath</c>).</summary>
/// <param name="SchemaUri">The URN in front, as written, or null.</param>
/// <param name="Name">The attribute's name, as written.</param>
/// <param name="SubAttribute">The sub-attribute's name, as written, or null.</param>
/// <remarks>Says nothing about whether there is such an attribute: <see cref="SchemaCatalog.Resolve"/> does.</remarks>
public sealed record AttributePath(string? SchemaUri, string Name, string? SubAttribute)
{
    /// <summary>Reads a path. A URN can hold dots, so only what follows its last colon is divided at a dot.</summary>
    /// <returns>False when a name does not start with a letter, or holds anything but letters, digits, <c>-</c> and <c>_</c>, all of ASCII; a sub-attribute may start with <c>$</c>.</returns>
    public static bool TryParse(string? text, [NotNullWhen(true)] out AttributePath? path)
    {
        path = null;
        if (string.IsNullOrEmpty(text))
        {
            return false;
        }

        var colon = text.LastIndexOf(':');
        var uri = colon < 0 ? null : text[..colon];
        var names = text[(colon + 1)..];
        var dot = names.IndexOf('.', StringComparison.Ordinal);
        var name = dot < 0 ? names : names[..dot];
        var sub = dot < 0 ? null : names[(dot + 1)..];
        if (!IsName(name) || (sub is not null && !IsSubAttributeName(sub)) || (uri is not null && !IsUrn(uri)))
        {
            return false;
        }

        path = new AttributePath(uri, name, sub);
        return true;
    }

    /// <summary>Whether <paramref name="text"/> can be the name of a sub-attribute, <c>$ref</c> included.</summary>
    public static bool IsSubAttributeName(ReadOnlySpan<char> text) => IsName(text.StartsWith('$') ? text[1..] : text);

    /// <summary>The path as a client would write it.</summary>
    public override string ToString() =>
        (SchemaUri is null ? "" : SchemaUri + ":") + Name + (SubAttribute is null ? "" : "." + SubAttribute);

    private static bool IsName(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty || !char.IsAsciiLetter(text[0]))
        {
            return false;
        }

        foreach (var c in text)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('-' or '_'))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsUrn(string text)
    {
        if (text.Length < 5 || !text.StartsWith("urn:", StringComparison.OrdinalIgnoreCase) || text[^1] == ':')
        {
            return false;
        }

        foreach (var c in text)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c is not (':' or '.' or '-' or '_'))
            {
                return false;
            }
        }

        return true;
    }
}
