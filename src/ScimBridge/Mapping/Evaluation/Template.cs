using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace ScimBridge.Mapping.Evaluation;

/// <summary>A text with ids of fields in braces, such as <c>{root.firstName} {root.surname}</c>; a brace that is meant as one is doubled.</summary>
internal sealed class Template
{
    private readonly IReadOnlyList<(string Text, bool IsField)> parts;

    private Template(IReadOnlyList<(string Text, bool IsField)> parts) => this.parts = parts;

    /// <summary>The ids of the fields, in the order in which they occur.</summary>
    public IEnumerable<string> Fields => parts.Where(part => part.IsField).Select(part => part.Text);

    /// <summary>Reads a template; it has at least one field.</summary>
    /// <param name="text">The text.</param>
    /// <param name="template">The template.</param>
    /// <param name="problem">What is wrong with it, in a sentence.</param>
    public static bool TryParse(string text, [NotNullWhen(true)] out Template? template, [NotNullWhen(false)] out string? problem)
    {
        template = null;
        var parts = new List<(string Text, bool IsField)>();
        var literal = new StringBuilder();
        for (var index = 0; index < text.Length; index++)
        {
            var character = text[index];
            if (character is not ('{' or '}'))
            {
                literal.Append(character);
            }
            else if (index + 1 < text.Length && text[index + 1] == character)
            {
                literal.Append(character);
                index++;
            }
            else if (character == '}')
            {
                problem = "A closing brace has no opening one before it.";
                return false;
            }
            else
            {
                var end = text.IndexOf('}', index);
                var field = end < 0 ? "" : text[(index + 1)..end].Trim();
                if (field.Length == 0 || field.Contains('{', StringComparison.Ordinal))
                {
                    problem = "An opening brace has no field and closing brace behind it.";
                    return false;
                }

                parts.Add((literal.ToString(), false));
                parts.Add((field, true));
                literal.Clear();
                index = end;
            }
        }

        parts.Add((literal.ToString(), false));
        if (!parts.Any(part => part.IsField))
        {
            problem = "The template names no field.";
            return false;
        }

        problem = null;
        template = new Template(parts);
        return true;
    }

    /// <summary>The text with the fields' values in it and single spaces between words; null when no field has a value.</summary>
    public string? Fill(Func<string, string?> valueOf)
    {
        var filled = new StringBuilder();
        var hasValue = false;
        foreach (var (text, isField) in parts)
        {
            var part = isField ? valueOf(text) : text;
            hasValue |= isField && part is not null;
            filled.Append(part);
        }

        return hasValue
            ? CleanText.Of(string.Join(' ', filled.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))
            : null;
    }
}
