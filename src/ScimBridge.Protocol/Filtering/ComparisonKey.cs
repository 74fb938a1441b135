using System.Text;

namespace ScimBridge.Protocol.Filtering;

/// <summary>The form in which text is compared where a schema says <c>caseExact: false</c> (RFC 7643 section 2.2).</summary>
/// <remarks>
/// NFKC, then upper case by the invariant culture: Å equals å and σ equals ς in every script, while ß and İ equal only
/// themselves. Needs ICU; without it the same text would have other keys on another machine.
/// </remarks>
public static class ComparisonKey
{
    // .NET refuses to normalize this noncharacter, although any Unicode text may hold it and it never composes.
    private const char Noncharacter = '\uFFFE';

    /// <summary>The key of <paramref name="text"/>; two texts are equal ignoring case when their keys are equal ordinally.</summary>
    /// <exception cref="ArgumentException">The text holds a lone surrogate, which is not Unicode text.</exception>
    public static string Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Contains(Noncharacter, StringComparison.Ordinal)
            ? string.Join(Noncharacter, text.Split(Noncharacter).Select(Of))
            : text.Normalize(NormalizationForm.FormKC).ToUpperInvariant();
    }
}
