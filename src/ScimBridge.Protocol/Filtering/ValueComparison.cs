using System.Text.Json;
using ScimBridge.Protocol.Schemas;

namespace ScimBridge.Protocol.Filtering;

/// <summary>Compares one value of a resource with a literal.</summary>
internal static class ValueComparison
{
    public static bool Holds(JsonElement value, AttributeDefinition attribute, ComparisonOperator comparison, BoundValue literal) => literal.Type switch
    {
        AttributeType.Boolean => value.ValueKind is JsonValueKind.True or JsonValueKind.False && value.GetBoolean() == literal.Flag,
        AttributeType.Integer or AttributeType.Decimal =>
            value.ValueKind == JsonValueKind.Number && value.TryGetDecimal(out var number) && Ordered(number.CompareTo(literal.Number), comparison),
        AttributeType.DateTime =>
            value.ValueKind == JsonValueKind.String && ScimDateTime.TryParse(value.GetString(), out var instant)
            && Ordered(instant.CompareTo(literal.Instant), comparison),
        _ => value.ValueKind == JsonValueKind.String && Text(Key(value.GetString()!, attribute), comparison, literal.Key),
    };

    private static string Key(string text, AttributeDefinition attribute) => attribute.IgnoresCase ? ComparisonKey.Of(text) : text;

    private static bool Text(string value, ComparisonOperator comparison, string literal) => comparison switch
    {
        ComparisonOperator.Contains => value.Contains(literal, StringComparison.Ordinal),
        ComparisonOperator.StartsWith => value.StartsWith(literal, StringComparison.Ordinal),
        ComparisonOperator.EndsWith => value.EndsWith(literal, StringComparison.Ordinal),
        _ => Ordered(TextOrder.Compare(value, literal), comparison),
    };

    private static bool Ordered(int order, ComparisonOperator comparison) => comparison switch
    {
        ComparisonOperator.Equal => order == 0,
        ComparisonOperator.GreaterThan => order > 0,
        ComparisonOperator.GreaterThanOrEqual => order >= 0,
        ComparisonOperator.LessThan => order < 0,
        ComparisonOperator.LessThanOrEqual => order <= 0,
        _ => throw new ArgumentException("Ordered values know no such operator.", nameof(comparison)),
    };
}
