using System.Text;
using CsCheck;
using ScimBridge.Protocol.Filtering;
using ScimBridge.Protocol.Schemas;

namespace ScimBridge.Protocol.Tests.Filtering;

/// <summary>Whatever a client sends is a filter or a 400 invalidFilter. CsCheck prints the seed of what fails.</summary>
public sealed class FilterParserFuzzTests
{
    private static readonly FilterLimits Widest = new() { MaxLength = 1 << 20, MaxDepth = 128, MaxTerms = 1000 };

    private static readonly Gen<string> Tokens = Gen.OneOf(
        "userName", "emails", "active", "meta.created", "value", "type", "$ref", "urn:x:2.0:y", ".", ":", "[", "]", "(", ")", " ", "  ", "\t",
        "eq", "ne", "co", "gt", "pr", "not", "and", "or", "true", "null", "\"", "\"x\"", "\"\\", "\\u", "\\ud83d", "0", "-", "1e9", "9e999999999", "\0", "\ud800", "é");

    [Fact]
    public void Random_bytes_never_do_anything_else() => Gen.Byte.Array[0, 300].Sample(bytes => Check(Encoding.UTF8.GetString(bytes)), iter: 20_000);

    [Fact]
    public void Random_utf16_never_does_anything_else() => Gen.Char.Array[0, 100].Sample(chars => Check(new string(chars)), iter: 20_000);

    [Fact]
    public void Words_of_the_grammar_in_any_order_never_do_anything_else() =>
        Tokens.Array[0, 30].Sample(tokens => Check(string.Concat(tokens)), iter: 50_000);

    [Fact]
    public void A_good_filter_with_one_character_changed_never_does_anything_else() =>
        Gen.Select(FilterGen.Filters, Gen.Int[0, int.MaxValue], Gen.Char).Sample((filter, at, c) =>
        {
            var text = new StringBuilder(FilterPrinter.Print(filter));
            text[at % text.Length] = c;
            Check(text.ToString());
        });

    [Theory]
    [InlineData("(")]
    [InlineData("not (")]
    [InlineData("not(not ")]
    [InlineData("a[")]
    [InlineData("a eq 1 and ")]
    [InlineData("a pr or (")]
    [InlineData("\"")]
    [InlineData("a eq \"\\u0041")]
    [InlineData(" ")]
    public void A_piece_repeated_a_hundred_thousand_times_never_does_anything_else(string piece)
    {
        Check(string.Concat(Enumerable.Repeat(piece, 100_000)));
        Check(string.Concat(Enumerable.Repeat(piece, 127)));
    }

    [Fact]
    public void The_largest_filter_allowed_is_read_and_bound_without_exhausting_the_stack()
    {
        var chain = string.Join(" and ", Enumerable.Repeat("userName pr", 1000));
        var nested = string.Concat(Enumerable.Repeat("not (", 128)) + "userName pr" + new string(')', 128);

        Assert.NotNull(FilterBinder.Bind(FilterParser.Parse(chain, Widest), SchemaCatalog.Load(), "User"));
        Assert.NotNull(FilterBinder.Bind(FilterParser.Parse(nested, Widest), SchemaCatalog.Load(), "User"));
    }

    private static void Check(string text)
    {
        foreach (var limits in new[] { FilterLimits.Default, Widest })
        {
            try
            {
                FilterBinder.Bind(FilterParser.Parse(text, limits), SchemaCatalog.Load(), "User");
            }
            catch (ScimException refused) when (refused.Error is { Status: 400, ScimType: "invalidFilter" })
            {
                Assert.NotEmpty(refused.Error.ToUtf8Json());
            }
        }
    }
}
