using CsCheck;
using ScimBridge.Protocol.Filtering;
using ScimBridge.Protocol.Schemas;

namespace ScimBridge.Protocol.Tests.Filtering;

/// <summary>Generates filters of every kind.</summary>
internal static class FilterGen
{
    private static readonly Gen<AttributePath> Paths = Gen.OneOf(
        "userName",
        "name.familyName",
        "emails.value",
        "not",
        "and",
        "pr",
        "a-b_c",
        "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager.value",
        "URN:x:2.0:y:z").Select(text => AttributePath.TryParse(text, out var path) ? path : throw new InvalidOperationException(text));

    private static readonly Gen<AttributePath> SubPaths = Gen.OneOf("value", "type", "$ref", "x-1").Select(name => new AttributePath(null, name, null));

    private static readonly Gen<string> Text = Gen.String.Select(text => string.Concat(text.EnumerateRunes().Where(rune => rune.Value != 0)));

    private static readonly Gen<ComparisonValue> Values = Gen.OneOf(
        Text.Select(text => ComparisonValue.Of(text)),
        Gen.Decimal.Select(number => ComparisonValue.Of(number)),
        Gen.Bool.Select(flag => ComparisonValue.Of(flag)),
        Gen.Const(ComparisonValue.Null));

    public static Gen<FilterExpression> Filters { get; } = Gen.Recursive<FilterExpression>((depth, inner) =>
        depth >= 5 ? Leaf(Paths) : Gen.Frequency((3, Leaf(Paths)), (3, Joined(inner)), (1, Negated(inner)), (1, ValuePath())));

    private static Gen<FilterExpression> Leaf(Gen<AttributePath> paths) => Gen.OneOf(
        paths.Select(path => (FilterExpression)new PresenceFilter(path)),
        Gen.Select(paths, Gen.Enum<ComparisonOperator>(), Values, (path, comparison, value) => (FilterExpression)new ComparisonFilter(path, comparison, value)));

    private static Gen<FilterExpression> Joined(Gen<FilterExpression> inner) => Gen.Select(
        Gen.Enum<LogicalOperator>(), inner, inner, (join, left, right) => (FilterExpression)new LogicalFilter(join, left, right));

    private static Gen<FilterExpression> Negated(Gen<FilterExpression> inner) => inner.Select(filter => (FilterExpression)new NotFilter(filter));

    private static Gen<FilterExpression> ValuePath()
    {
        var inBrackets = Gen.OneOf(Leaf(SubPaths), Negated(Leaf(SubPaths)), Joined(Leaf(SubPaths)));
        return Gen.Select(Paths, inBrackets, Leaf(SubPaths), Gen.Bool, (path, filter, then, hasThen) =>
            (FilterExpression)new ValuePathFilter(path, filter, hasThen ? then : null));
    }
}
