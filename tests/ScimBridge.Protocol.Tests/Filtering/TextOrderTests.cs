using System.Text;
using CsCheck;
using ScimBridge.Protocol.Filtering;

namespace ScimBridge.Protocol.Tests.Filtering;

public sealed class TextOrderTests
{
    private static readonly Gen<string> Texts = Gen.OneOf("a", "é", "\uD7FF", "\uE000", "\uFFFD", "😀", "𝒜", "\U0010FFFF").Array[0, 4].Select(string.Concat);

    [Fact]
    public void The_order_is_that_of_the_utf8_bytes() => Gen.Select(Texts, Texts).Sample((left, right) => Assert.Equal(
        Math.Sign(Encoding.UTF8.GetBytes(left).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(right))),
        Math.Sign(TextOrder.Compare(left, right))));
}
