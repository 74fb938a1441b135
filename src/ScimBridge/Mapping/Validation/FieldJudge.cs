using ScimBridge.Employees;
using ScimBridge.Mapping.Rules;

namespace ScimBridge.Mapping.Validation;

/// <summary>Judges the fields that rules name.</summary>
internal sealed class FieldJudge(RuleFaults faults, IReadOnlyList<FieldInfo>? fields)
{
    private readonly Dictionary<string, FieldInfo>? byId =
        fields?.DistinctBy(field => field.Id, StringComparer.Ordinal).ToDictionary(field => field.Id, StringComparer.Ordinal);

    /// <summary>The kind of a field; null when it is not known.</summary>
    public FieldValueKind? KindOf(string field) => byId?.GetValueOrDefault(field)?.Kind;

    /// <summary>Finds fault with a field that does not exist, must not be read, or is not of a kind that is wanted.</summary>
    /// <param name="pointer">Where it is named.</param>
    /// <param name="field">Its id.</param>
    /// <param name="isWanted">Whether a kind will do.</param>
    /// <param name="wanted">What is wanted, in words.</param>
    /// <param name="pseudo">Whether <see cref="PseudoFields"/> may be named too.</param>
    public void Judge(string pointer, string field, Func<FieldValueKind, bool> isWanted, string wanted, bool pseudo = false)
    {
        if (string.IsNullOrWhiteSpace(field))
        {
            faults.Add(pointer, "No field is chosen here yet.", "Choose one from the HR system's list of fields.");
        }
        else if (field.Length > 200)
        {
            faults.Add(pointer, "This is not the id of a field.", "Write an id from the HR system's list of fields.");
        }
        else if (PseudoFields.IsPseudo(field))
        {
            if (!pseudo || !PseudoFields.All.Contains(field))
            {
                faults.Add(pointer, $"\"{field}\" can't be used here.", $"Conditions alone know {string.Join(" and ", PseudoFields.All)}.");
            }
        }
        else if (byId is not null)
        {
            JudgeKnown(pointer, field, isWanted, wanted);
        }
    }

    /// <summary>Whether values of a kind can be mapped at all.</summary>
    public static bool IsMappable(FieldValueKind kind) => kind is not FieldValueKind.Other;

    private void JudgeKnown(string pointer, string field, Func<FieldValueKind, bool> isWanted, string wanted)
    {
        if (!byId!.TryGetValue(field, out var info))
        {
            faults.Add(pointer, $"The HR system has no field \"{field}\".", "Choose one from its list of fields; upper and lower case count.");
        }
        else if (info.Sensitive)
        {
            faults.Add(
                pointer, $"\"{field}\" belongs to a category that is never read ({info.Category}).", "Choose another field: no directory needs this one.");
        }
        else if (!isWanted(info.Kind))
        {
            faults.Add(pointer, $"\"{field}\" is of the wrong type ({info.Kind.ToString().ToLowerInvariant()}).", $"Choose {wanted}.");
        }
    }
}
