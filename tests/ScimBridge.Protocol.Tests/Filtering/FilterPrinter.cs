using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using ScimBridge.Protocol.Filtering;

namespace ScimBridge.Protocol.Tests.Filtering;

/// <summary>Prints filters as a client would write them, with parentheses only where the tree needs them.</summary>
internal static class FilterPrinter
{
    private static readonly string[] Operators = ["eq", "ne", "co", "sw", "ew", "gt", "ge", "lt", "le"];

    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Print(FilterExpression filter) => filter switch
    {
        LogicalFilter { Operator: LogicalOperator.And } and =>
            Print(and.Left, and.Left is LogicalFilter { Operator: LogicalOperator.Or }) + " and " + Print(and.Right, and.Right is LogicalFilter),
        LogicalFilter or => Print(or.Left) + " or " + Print(or.Right, or.Right is LogicalFilter { Operator: LogicalOperator.Or }),
        NotFilter not => "not (" + Print(not.Operand) + ")",
        PresenceFilter presence => presence.Path + " pr",
        ComparisonFilter comparison => $"{comparison.Path} {Operators[(int)comparison.Operator]} {Literal(comparison.Value)}",
        ValuePathFilter path => $"{path.Path}[{Print(path.Filter)}]{(path.Then is null ? "" : "." + Print(path.Then))}",
        _ => throw new ArgumentException("There is no such kind of filter.", nameof(filter)),
    };

    private static string Print(FilterExpression filter, bool inParentheses) => inParentheses ? "(" + Print(filter) + ")" : Print(filter);

    private static string Literal(ComparisonValue value) => value.Kind switch
    {
        ComparisonValueKind.Null => "null",
        ComparisonValueKind.Boolean => value.Flag ? "true" : "false",
        ComparisonValueKind.Number => value.Number.ToString(CultureInfo.InvariantCulture),
        _ => JsonSerializer.Serialize(value.Text, Relaxed),
    };
}
