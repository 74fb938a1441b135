using ScimBridge.Protocol.Filtering;

namespace ScimBridge.Protocol.Tests.Filtering;

public sealed class ComparisonKeyTests
{
    [Theory]
    [InlineData("Åse", "åse")]
    [InlineData("Åse", "A\u030Ase")]
    [InlineData("σίγμα", "ςίγμα")]
    [InlineData("ﬁn", "FIN")]
    [InlineData("Ｗide", "wide")]
    [InlineData("a\uFFFEb", "A\uFFFEB")]
    public void Texts_that_differ_by_case_or_form_have_one_key(string left, string right)
    {
        Assert.Equal(ComparisonKey.Of(left), ComparisonKey.Of(right));
    }

    [Theory]
    [InlineData("ß", "ss")]
    [InlineData("İ", "i")]
    [InlineData("ı", "i")]
    [InlineData("e", "é")]
    public void Different_letters_have_different_keys(string left, string right)
    {
        Assert.NotEqual(ComparisonKey.Of(left), ComparisonKey.Of(right));
    }

    [Fact]
    public void Half_a_surrogate_pair_has_no_key()
    {
        Assert.Throws<ArgumentException>(() => ComparisonKey.Of("a\ud800"));
    }
}
