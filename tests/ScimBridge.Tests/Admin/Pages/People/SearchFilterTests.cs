using ScimBridge.Admin.Pages.People;
using ScimBridge.Protocol.Filtering;
using ScimBridge.Protocol.Schemas;
using Xunit;

namespace ScimBridge.Tests.Admin.Pages.People;

public sealed class SearchFilterTests
{
    [Fact]
    public void Every_word_must_be_somewhere()
    {
        Assert.Equal("displayName co \"sales\" and displayName co \"north\"", SearchFilter.OfGroups("  sales \t north "));
        Assert.Equal(2, SearchFilter.OfUsers("anna sales")!.Split(" and ").Length);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("\u0000\t")]
    public void Without_a_word_everybody_is_meant(string search)
    {
        Assert.Null(SearchFilter.OfUsers(search));
        Assert.Null(SearchFilter.OfGroups(search));
    }

    [Theory]
    [InlineData("O\"Neil")]
    [InlineData("back\\slash")]
    [InlineData("a\u0007b")]
    [InlineData("a\ud800b")]
    [InlineData("one two three four five six seven eight nine ten")]
    [InlineData("\" or id pr or title co \"")]
    public void Whatever_is_typed_is_text_in_a_filter_that_can_be_read(string search)
    {
        var filter = FilterParser.Parse(SearchFilter.OfUsers(search)!, FilterLimits.Default);

        Assert.NotNull(FilterBinder.Bind(filter, SchemaCatalog.Load(), "User"));
        Assert.DoesNotContain(Presences(filter), _ => true);
    }

    private static IEnumerable<PresenceFilter> Presences(FilterExpression filter) => filter switch
    {
        LogicalFilter logical => Presences(logical.Left).Concat(Presences(logical.Right)),
        PresenceFilter presence => [presence],
        _ => [],
    };
}
