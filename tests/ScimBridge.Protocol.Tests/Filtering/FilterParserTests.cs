using CsCheck;
using ScimBridge.Protocol.Filtering;

namespace ScimBridge.Protocol.Tests.Filtering;

public sealed class FilterParserTests
{
    // RFC 7644 section 3.4.2.2, figure 2, and what Okta and Entra send.
    [Theory]
    [InlineData("userName eq \"bjensen\"")]
    [InlineData("name.familyName co \"O'Malley\"")]
    [InlineData("userName sw \"J\"")]
    [InlineData("urn:ietf:params:scim:schemas:core:2.0:User:userName sw \"J\"")]
    [InlineData("title pr")]
    [InlineData("meta.lastModified gt \"2011-05-13T04:42:34Z\"")]
    [InlineData("title pr and userType eq \"Employee\"")]
    [InlineData("title pr or userType eq \"Intern\"")]
    [InlineData("schemas eq \"urn:ietf:params:scim:schemas:extension:enterprise:2.0:User\"")]
    [InlineData("userType eq \"Employee\" and (emails co \"example.com\" or emails.value co \"example.org\")")]
    [InlineData("userType ne \"Employee\" and not (emails co \"example.com\" or emails.value co \"example.org\")")]
    [InlineData("userType eq \"Employee\" and emails.type eq \"work\"")]
    [InlineData("userType eq \"Employee\" and emails[type eq \"work\" and value co \"@example.com\"]")]
    [InlineData("emails[type eq \"work\" and value co \"@example.com\"] or ims[type eq \"xmpp\" and value co \"@foo.com\"]")]
    [InlineData("emails[type eq \"work\"].value eq \"a@b\"")]
    [InlineData("members[$ref eq \"x\"].$ref pr")]
    [InlineData("urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager.value eq \"26118915\"")]
    [InlineData("active eq true and x eq -1.5 and y ne null")]
    public void A_filter_is_read_and_prints_as_it_was(string filter)
    {
        Assert.Equal(filter, FilterPrinter.Print(Parse(filter)));
    }

    [Theory]
    [InlineData("a pr or b pr and c pr", "a pr or (b pr and c pr)")]
    [InlineData("a pr and b pr or c pr", "(a pr and b pr) or c pr")]
    [InlineData("not (a pr) and b pr", "(not (a pr)) and b pr")]
    [InlineData("not (a pr) or b pr and c pr", "(not (a pr)) or (b pr and c pr)")]
    [InlineData("a pr and b pr and c pr", "(a pr and b pr) and c pr")]
    [InlineData("a[b pr or c pr and d pr]", "a[b pr or (c pr and d pr)]")]
    public void Not_binds_tighter_than_and_and_and_tighter_than_or(string filter, string same)
    {
        Assert.Equal(Parse(same), Parse(filter));
    }

    [Theory]
    [InlineData("a EQ \"x\" AND b Pr OR NOT(c eq TRUE)", "a eq \"x\" and b pr or not (c eq true)")]
    [InlineData("  a \t eq\r\n 1  and  ( b pr )  ", "a eq 1 and b pr")]
    [InlineData("not(not ( a pr ))", "not (not (a pr))")]
    [InlineData("not eq 1", "not eq 1")]
    [InlineData("a eq \"\\u0041\\n\\/\\\"\\\\\\ud83d\\ude00\"", "a eq \"A\\n/\\\"\\\\😀\"")]
    [InlineData("a eq 1e2", "a eq 100")]
    public void Case_of_words_and_number_of_spaces_do_not_matter(string filter, string same)
    {
        Assert.Equal(Parse(same), Parse(filter));
    }

    [Theory]
    [InlineData("", 1, "the name of an attribute")]
    [InlineData("   ", 4, "the name of an attribute")]
    [InlineData("eq", 3, "a space and one of eq")]
    [InlineData("a", 2, "a space and one of eq")]
    [InlineData("a eq", 5, "a space and a literal")]
    [InlineData("a eq ", 6, "a literal")]
    [InlineData("a is 1", 3, "a space and one of eq")]
    [InlineData("userName eq bjensen", 13, "a literal")]
    [InlineData("userName eq 'bjensen'", 13, "a literal")]
    [InlineData("userName eq\"b\"", 12, "a space and a literal")]
    [InlineData("userName eq \"b", 15, "a double quote")]
    [InlineData("userName eq \"b\" b", 17, "\"and\", \"or\" or the end")]
    [InlineData("userName eq \"b\"and a pr", 16, "\"and\", \"or\" or the end")]
    [InlineData("(a pr", 6, "\"and\", \"or\" or \")\"")]
    [InlineData("a pr)", 5, "\"and\", \"or\" or the end")]
    [InlineData("a pr and", 6, "\"and\", \"or\" or the end")]
    [InlineData("a pr and ", 10, "the name of an attribute")]
    [InlineData("()", 2, "the name of an attribute")]
    [InlineData("not a pr", 5, "a space and one of eq")]
    [InlineData("a[b pr", 7, "\"and\", \"or\" or \"]\"")]
    [InlineData("a[]", 3, "the name of a sub-attribute")]
    [InlineData("a[b[c pr]]", 4, "a space and one of eq")]
    [InlineData("a[b.c pr]", 3, "the name of a sub-attribute")]
    [InlineData("a[b pr].c", 10, "a space and one of eq")]
    [InlineData("a[b pr]. pr", 9, "the name of a sub-attribute")]
    [InlineData("a..b pr", 1, "the name of an attribute")]
    [InlineData("a.b.c pr", 1, "the name of an attribute")]
    [InlineData("http://x:a pr", 1, "the name of an attribute")]
    [InlineData("a eq 01", 6, "a literal")]
    [InlineData("a eq 1.", 6, "a literal")]
    [InlineData("a eq .5", 6, "a literal")]
    [InlineData("a eq +1", 6, "a literal")]
    [InlineData("a eq 1e99", 6, "a number")]
    [InlineData("a eq \"\\x\"", 7, "an escape")]
    [InlineData("a eq \"\\u12\"", 7, "an escape")]
    [InlineData("a eq \"\\u 12f\"", 7, "an escape")]
    [InlineData("a eq \"\n\"", 7, "no control character")]
    [InlineData("a eq \"\0\"", 7, "no control character")]
    [InlineData("a eq \"\\u0000\"", 7, "no control character")]
    [InlineData("a eq \"\\ud800\"", 6, "half a surrogate pair")]
    [InlineData("a eq \"\\ude00\\ud83d\"", 6, "half a surrogate pair")]
    public void A_malformed_filter_is_refused_with_the_place_and_what_was_expected(string filter, int character, string expected)
    {
        var refused = Assert.Throws<ScimException>(() => Parse(filter));
        var error = refused.Error;

        Assert.Equal((400, "invalidFilter", character), (error.Status, error.ScimType, refused.Character));
        Assert.StartsWith($"The filter is malformed at character {character}: expected {expected}", error.Detail.Replace("a string without ", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void A_lone_surrogate_that_is_not_escaped_is_refused_too()
    {
        Assert.Throws<ScimException>(() => Parse("a eq \"" + '\ud800' + "\""));
    }

    [Fact]
    public void Each_limit_is_named_when_it_is_passed()
    {
        var limits = new FilterLimits { MaxLength = 40, MaxDepth = 2, MaxTerms = 3 };

        Assert.NotNull(FilterParser.Parse("((a pr and b pr and c pr))", limits));
        AssertRefused("The filter is longer than 40 characters.", new string(' ', 36) + "a pr ");
        AssertRefused("The filter is nested deeper than 2 levels.", "(((a pr)))");
        AssertRefused("The filter is nested deeper than 2 levels.", "((a[b pr]))");
        AssertRefused("The filter is made of more than 3 terms.", "a pr or b pr or c pr or d pr");

        void AssertRefused(string detail, string filter)
        {
            var refused = Assert.Throws<ScimException>(() => FilterParser.Parse(filter, limits));
            Assert.Equal((detail, null), (refused.Error.Detail, refused.Character));
        }
    }

    [Fact]
    [Shows("7644-3.4.2.2-grammar", "7644-3.4.2.2-precedence")]
    public void What_is_printed_is_read_as_the_same_tree() => FilterGen.Filters.Sample(
        filter => Assert.Equal(filter, FilterParser.Parse(FilterPrinter.Print(filter), new FilterLimits { MaxLength = 1 << 20, MaxTerms = 1000, MaxDepth = 128 })));

    private static FilterExpression Parse(string filter) => FilterParser.Parse(filter, FilterLimits.Default);
}
