using System.Globalization;
using ScimBridge.Employees;
using ScimBridge.Mapping.Explaining;
using ScimBridge.Mapping.Rules;
using ScimBridge.Protocol.Filtering;

namespace ScimBridge.Mapping.Evaluation;

/// <summary>A condition, ready to be asked.</summary>
internal sealed class ConditionReader
{
    private readonly Condition condition;
    private readonly ConditionReader[] children;
    private readonly string[] keys;

    /// <summary>Makes a condition ready.</summary>
    public ConditionReader(Condition condition)
    {
        this.condition = condition;
        children = [.. (condition.All ?? condition.Any ?? (condition.Not is { } not ? [not] : [])).Select(child => new ConditionReader(child))];
        keys = [.. (condition.Values ?? (condition.Value is { } value ? [value] : [])).Select(text => ComparisonKey.Of(text.Trim()))];
    }

    /// <summary>Whether it holds.</summary>
    /// <param name="person">The employee.</param>
    /// <param name="asked">Receives what was asked of fields and whether it held; null when nobody wants to know.</param>
    public bool Holds(PersonView person, ICollection<ConditionAsked>? asked)
    {
        if (condition.All is not null)
        {
            return Every(person, asked, until: false);
        }

        if (condition.Any is not null)
        {
            return !Every(person, asked, until: true);
        }

        if (condition.Not is not null)
        {
            return !children[0].Holds(person, asked);
        }

        var holds = condition is { Field: { } field, Op: { } op } && Compare(person, field, op);
        asked?.Add(new ConditionAsked(condition, condition.Field is { } name ? FieldTried.Of(name, person[name]) : null, holds));
        return holds;
    }

    /// <summary>The ids of the fields that a condition asks, without the pseudo fields.</summary>
    public static IEnumerable<string> FieldsOf(Condition? condition) => condition switch
    {
        null => [],
        { Field: { } field } => PseudoFields.IsPseudo(field) ? [] : [field],
        { All: { } all } => all.SelectMany(FieldsOf),
        { Any: { } any } => any.SelectMany(FieldsOf),
        _ => FieldsOf(condition.Not),
    };

    // Whoever explains wants all of them, not only those up to the one that decided.
    private bool Every(PersonView person, ICollection<ConditionAsked>? asked, bool until)
    {
        var every = true;
        foreach (var child in children)
        {
            if (child.Holds(person, asked) == until)
            {
                every = false;
                if (asked is null)
                {
                    break;
                }
            }
        }

        return every;
    }

    private bool Compare(PersonView person, string field, ConditionOperator op) => op switch
    {
        ConditionOperator.Present => person[field].State is FieldState.Present,
        ConditionOperator.Empty => person[field].State is FieldState.Empty,
        ConditionOperator.Before or ConditionOperator.After => CompareDays(person, field, op),
        _ => person.Comparable(field).Select(ComparisonKey.Of).Any(text => keys.Any(key => op switch
        {
            ConditionOperator.Sw => text.StartsWith(key, StringComparison.Ordinal),
            ConditionOperator.Ew => text.EndsWith(key, StringComparison.Ordinal),
            ConditionOperator.Co => text.Contains(key, StringComparison.Ordinal),
            _ => text == key,
        })),
    };

    private bool CompareDays(PersonView person, string field, ConditionOperator op) =>
        DayOf(condition.Value) is { } limit
        && person.Texts(field, ItemForm.Id).Select(DayOf).OfType<DateOnly>()
            .Any(day => op is ConditionOperator.Before ? day < limit : day > limit);

    private static DateOnly? DayOf(string? text) => text is not null && TransformCompiler.Day(text.Trim()) is { } day
        ? DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture)
        : null;
}
