using ScimBridge.Protocol.Filtering;

namespace ScimBridge.Protocol.Tests.Filtering;

public sealed class FilterLimitsTests
{
    [Fact]
    public void The_defaults_are_8192_characters_32_levels_and_200_terms()
    {
        Assert.Equal((8192, 32, 200), (FilterLimits.Default.MaxLength, FilterLimits.Default.MaxDepth, FilterLimits.Default.MaxTerms));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(int.MaxValue)]
    public void A_limit_outside_its_bounds_is_refused(int limit)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new FilterLimits { MaxLength = limit });
        Assert.Throws<ArgumentOutOfRangeException>(() => new FilterLimits { MaxDepth = limit });
        Assert.Throws<ArgumentOutOfRangeException>(() => new FilterLimits { MaxTerms = limit });
    }
}
