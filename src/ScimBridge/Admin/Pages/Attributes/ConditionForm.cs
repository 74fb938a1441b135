using ScimBridge.Mapping.Rules;

namespace ScimBridge.Admin.Pages.Attributes;

/// <summary>A condition while somebody edits it.</summary>
internal sealed class ConditionForm
{
    /// <summary>What it is.</summary>
    public ConditionKind Kind { get; private set; }

    /// <summary>The field; empty while none is chosen.</summary>
    public string Field { get; set; } = "";

    /// <summary>What is said of the field.</summary>
    public ConditionOperator Op { get; set; }

    /// <summary>What the field is compared with; with <see cref="ConditionOperator.In"/> a line each.</summary>
    public string Value { get; set; } = "";

    /// <summary>The conditions within it.</summary>
    public List<ConditionForm> Parts { get; private init; } = [];

    /// <summary>Whether the field is compared with anything.</summary>
    public bool HasValue => Op is not (ConditionOperator.Present or ConditionOperator.Empty);

    /// <summary>The form of a condition.</summary>
    public static ConditionForm Of(Condition condition) => new()
    {
        Kind = condition switch
        {
            { All: not null } => ConditionKind.All,
            { Any: not null } => ConditionKind.Any,
            { Not: not null } => ConditionKind.Not,
            _ => ConditionKind.Field,
        },
        Field = condition.Field ?? "",
        Op = condition.Op ?? ConditionOperator.Eq,
        Value = condition.Values is { } values ? string.Join('\n', values) : condition.Value ?? "",
        Parts = [.. (condition.All ?? condition.Any ?? (condition.Not is { } not ? [not] : [])).Select(Of)],
    };

    /// <summary>The condition; what is wrong with it is for the rules' own check to say.</summary>
    public Condition ToCondition() => Kind switch
    {
        ConditionKind.All => new Condition { All = Conditions() },
        ConditionKind.Any => new Condition { Any = Conditions() },
        ConditionKind.Not => new Condition { Not = Parts.Count == 0 ? new Condition { Field = "" } : Parts[0].ToCondition() },
        _ => new Condition
        {
            Field = Field,
            Op = Op,
            Value = HasValue && Op is not ConditionOperator.In ? Value : null,
            Values = Op is ConditionOperator.In ? Value.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) : null,
        },
    };

    /// <summary>Becomes another kind; what was said of a field becomes the first part.</summary>
    public void Become(ConditionKind kind)
    {
        if (kind is not ConditionKind.Field && Parts.Count == 0)
        {
            Parts.Add(new ConditionForm { Field = Field, Op = Op, Value = Value });
        }

        Kind = kind;
    }

    private Condition[] Conditions() => [.. Parts.Select(part => part.ToCondition())];
}
