using System.Globalization;
using ScimBridge.Protocol.Schemas;

namespace ScimBridge.Protocol.Filtering;

/// <summary>Reads filters by the grammar of RFC 7644 section 3.4.2.2, figure 1.</summary>
/// <remarks>
/// Operators and the words true, false and null are taken in any case, and several spaces for one; nothing else is more lenient than
/// the grammar, because a filter that is guessed at finds the wrong people.
/// </remarks>
public sealed class FilterParser
{
    private static readonly Dictionary<string, ComparisonOperator> Operators = new(StringComparer.OrdinalIgnoreCase)
    {
        ["eq"] = ComparisonOperator.Equal,
        ["ne"] = ComparisonOperator.NotEqual,
        ["co"] = ComparisonOperator.Contains,
        ["sw"] = ComparisonOperator.StartsWith,
        ["ew"] = ComparisonOperator.EndsWith,
        ["gt"] = ComparisonOperator.GreaterThan,
        ["ge"] = ComparisonOperator.GreaterThanOrEqual,
        ["lt"] = ComparisonOperator.LessThan,
        ["le"] = ComparisonOperator.LessThanOrEqual,
    };

    private readonly FilterScanner scanner;
    private readonly FilterLimits limits;
    private int depth;
    private int terms;

    private FilterParser(string filter, FilterLimits limits) => (this.scanner, this.limits) = (new FilterScanner(filter), limits);

    /// <summary>Reads <paramref name="filter"/>.</summary>
    /// <exception cref="ScimException">
    /// 400 invalidFilter: the filter is malformed, and the detail names the character, counted from 1, and what was expected there;
    /// or it is past a limit, which the detail names.
    /// </exception>
    public static FilterExpression Parse(string filter, FilterLimits limits)
    {
        ArgumentNullException.ThrowIfNull(filter);
        ArgumentNullException.ThrowIfNull(limits);
        if (filter.Length > limits.MaxLength)
        {
            throw TooLarge($"longer than {limits.MaxLength} characters");
        }

        var parser = new FilterParser(filter, limits);
        parser.scanner.SkipSpaces();
        var result = parser.Or(inBrackets: false);
        parser.scanner.SkipSpaces();
        return parser.scanner.AtEnd ? result : throw parser.scanner.Expected("\"and\", \"or\" or the end of the filter");
    }

    private FilterExpression Or(bool inBrackets)
    {
        var result = And(inBrackets);
        while (scanner.TryTakeJoin("or"))
        {
            result = new LogicalFilter(LogicalOperator.Or, result, And(inBrackets));
        }

        return result;
    }

    private FilterExpression And(bool inBrackets)
    {
        var result = Term(inBrackets);
        while (scanner.TryTakeJoin("and"))
        {
            result = new LogicalFilter(LogicalOperator.And, result, Term(inBrackets));
        }

        return result;
    }

    private FilterExpression Term(bool inBrackets)
    {
        if (scanner.TryTakeNot())
        {
            return new NotFilter(Group(inBrackets));
        }

        return scanner.IsAt('(') ? Group(inBrackets) : AttributeTerm(inBrackets);
    }

    private FilterExpression Group(bool inBrackets) => Nested('(', ')', inBrackets);

    private FilterExpression Nested(char open, char close, bool inBrackets)
    {
        scanner.TryTake(open);
        if (++depth > limits.MaxDepth)
        {
            throw TooLarge($"nested deeper than {limits.MaxDepth} levels");
        }

        scanner.SkipSpaces();
        var result = Or(inBrackets);
        scanner.SkipSpaces();
        if (!scanner.TryTake(close))
        {
            throw scanner.Expected($"\"and\", \"or\" or \"{close}\"");
        }

        depth--;
        return result;
    }

    private FilterExpression AttributeTerm(bool inBrackets)
    {
        var start = scanner.Position;
        if (inBrackets)
        {
            return Test(SubAttributePath(), start);
        }

        if (!AttributePath.TryParse(scanner.TakeWord(), out var path))
        {
            throw scanner.Expected("the name of an attribute, \"not\" or \"(\"", start);
        }

        if (!scanner.IsAt('['))
        {
            return Test(path, start);
        }

        var filter = Nested('[', ']', inBrackets: true);
        return new ValuePathFilter(path, filter, Then()) { At = PositionOf(start) };
    }

    private FilterExpression? Then()
    {
        if (!scanner.TryTake('.'))
        {
            return null;
        }

        var start = scanner.Position;
        return Test(SubAttributePath(), start);
    }

    private AttributePath SubAttributePath()
    {
        var start = scanner.Position;
        var name = scanner.TakeWord();
        return AttributePath.IsSubAttributeName(name) ? new AttributePath(null, name, null) : throw scanner.Expected("the name of a sub-attribute", start);
    }

    private FilterExpression Test(AttributePath path, int pathStart)
    {
        if (++terms > limits.MaxTerms)
        {
            throw TooLarge($"made of more than {limits.MaxTerms} terms");
        }

        const string Wanted = "a space and one of eq, ne, co, sw, ew, gt, ge, lt, le and pr";
        if (!scanner.SkipSpaces())
        {
            throw scanner.Expected(Wanted);
        }

        var start = scanner.Position;
        var word = scanner.TakeWord();
        if (word.Equals("pr", StringComparison.OrdinalIgnoreCase))
        {
            return new PresenceFilter(path) { At = PositionOf(pathStart) };
        }

        if (!Operators.TryGetValue(word, out var comparison))
        {
            throw scanner.Expected(Wanted, start);
        }

        if (!scanner.SkipSpaces())
        {
            throw scanner.Expected("a space and a literal");
        }

        var valueStart = scanner.Position;
        return new ComparisonFilter(path, comparison, scanner.TakeLiteral())
        {
            At = PositionOf(pathStart),
            OperatorAt = PositionOf(start),
            ValueAt = PositionOf(valueStart),
        };
    }

    private static FilterPosition PositionOf(int index) => new(index + 1);

    private static ScimException TooLarge(FormattableString how) =>
        ScimException.InvalidFilter("The filter is " + how.ToString(CultureInfo.InvariantCulture) + ".");
}
