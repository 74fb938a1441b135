using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;

namespace ScimBridge.Admin.Pages;

/// <summary>Encodes the values of an interpolated string as it is put together.</summary>
/// <param name="literalLength">How long the literal parts are.</param>
/// <param name="formattedCount">How many values there are.</param>
[InterpolatedStringHandler]
internal readonly ref struct HtmlInterpolation(int literalLength, int formattedCount)
{
    private readonly StringBuilder _markup = new(literalLength + (16 * formattedCount));

    /// <summary>Takes markup as it is.</summary>
    public void AppendLiteral(string markup) => _markup.Append(markup);

    /// <summary>Takes a piece as it is.</summary>
    public void AppendFormatted(Html piece) => _markup.Append(piece.Markup);

    /// <summary>Encodes text, for an element or a quoted attribute.</summary>
    public void AppendFormatted(string? text) => _markup.Append(HtmlEncoder.Default.Encode(text ?? ""));

    /// <summary>What was put together.</summary>
    public string ToStringAndClear() => _markup.ToString();
}
