using ScimBridge.Employees;
using ScimBridge.Mapping.Evaluation;
using ScimBridge.Mapping.Rules;

namespace ScimBridge.Mapping.Validation;

/// <summary>Judges conditions.</summary>
internal sealed class ConditionJudge(RuleFaults faults, FieldJudge fields)
{
    private const int Deepest = 8;
    private const int MostInList = 100;
    private const int MostValues = 500;

    /// <summary>Finds the faults of a condition.</summary>
    public void Judge(string pointer, Condition condition) => Judge(pointer, condition, 1);

    private void Judge(string pointer, Condition condition, int depth)
    {
        var said = (condition.All is null ? 0 : 1) + (condition.Any is null ? 0 : 1) + (condition.Not is null ? 0 : 1) + (condition.Field is null ? 0 : 1);
        if (said != 1)
        {
            faults.Add(pointer, "A condition is one of all, any, not, and what is said of a field.", "Write exactly one of them.");
            return;
        }

        if (condition.Field is { } field)
        {
            JudgeField(pointer, condition, field);
            return;
        }

        if (condition.Op is not null || condition.Value is not null || condition.Values is not null)
        {
            faults.Add(pointer, "What is said of a field stands beside other conditions.", "Put op and value beside a field.");
        }

        if (depth == Deepest)
        {
            faults.Add(pointer, "The conditions lie too deep within each other.", "Write them flatter, or make two groups.");
            return;
        }

        if (condition.Not is { } not)
        {
            Judge($"{pointer}/not", not, depth + 1);
            return;
        }

        JudgeList(condition.All is null ? $"{pointer}/any" : $"{pointer}/all", condition.All ?? condition.Any!, depth);
    }

    private void JudgeList(string pointer, IReadOnlyList<Condition> conditions, int depth)
    {
        if (conditions.Count == 0)
        {
            faults.Add(pointer, "There is no condition.", "Write one at least: it is not clear whether none would hold for everybody or for nobody.");
        }
        else if (faults.Limit(pointer, conditions.Count, MostInList, "conditions"))
        {
            for (var index = 0; index < conditions.Count; index++)
            {
                Judge($"{pointer}/{index}", conditions[index], depth + 1);
            }
        }
    }

    private void JudgeField(string pointer, Condition condition, string field)
    {
        var isDay = condition.Op is ConditionOperator.Before or ConditionOperator.After;
        fields.Judge(
            $"{pointer}/field",
            field,
            kind => isDay ? kind is FieldValueKind.Date or FieldValueKind.Text : FieldJudge.IsMappable(kind),
            isDay ? "a field of days" : "a field of text, a number, yes or no, a day, a list or an employee",
            pseudo: !isDay);
        if (condition.Op is not { } op)
        {
            faults.Add($"{pointer}/op", "It is not said what must hold of the field.", "Write eq, in, sw, ew, co, present, empty, before or after.");
            return;
        }

        var (wantsValue, wantsValues) = op switch
        {
            ConditionOperator.In => (false, true),
            ConditionOperator.Present or ConditionOperator.Empty => (false, false),
            _ => (true, false),
        };
        if (wantsValue != condition.Value is not null || wantsValues != condition.Values is not null)
        {
            faults.Add(pointer, "The value does not go with what is said of the field.", "Write values with in, nothing with present and empty, and value with all others.");
            return;
        }

        JudgeValues(pointer, condition, isDay);
    }

    private void JudgeValues(string pointer, Condition condition, bool isDay)
    {
        if (condition.Value is { } value)
        {
            faults.Text($"{pointer}/value", value, MappingIssues.LongestText);
            if (isDay && TransformCompiler.Day(value.Trim()) != value.Trim())
            {
                faults.Add($"{pointer}/value", "This is no day.", "Write it as yyyy-MM-dd.");
            }
        }

        if (condition.Values is { } values)
        {
            if (values.Count == 0)
            {
                faults.Add($"{pointer}/values", "There is no value.", "Write one at least.");
            }
            else if (faults.Limit($"{pointer}/values", values.Count, MostValues, "values"))
            {
                for (var index = 0; index < values.Count; index++)
                {
                    faults.Text($"{pointer}/values/{index}", values[index], MappingIssues.LongestText);
                }
            }
        }
    }
}
