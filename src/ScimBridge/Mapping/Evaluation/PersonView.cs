using ScimBridge.Employees;
using ScimBridge.Mapping.Rules;

namespace ScimBridge.Mapping.Evaluation;

/// <summary>One employee as rules see one: the fields as read, and what they mean.</summary>
internal sealed class PersonView(EmployeeFields fields, Employee employee, bool stripSandboxSuffix)
{
    /// <summary>What the fields mean.</summary>
    public Employee Employee { get; } = employee;

    /// <summary>The HR system's identifier of the person.</summary>
    public string Id => fields.EmployeeId;

    /// <summary>A field, or what stands in for one.</summary>
    public FieldValue this[string field] => field switch
    {
        PseudoFields.EmailDomain => Domain(),
        PseudoFields.Lifecycle => Lifecycle(),
        _ => fields[field],
    };

    /// <summary>The texts of a field, of which there are several only for a list of items.</summary>
    public IReadOnlyList<string> Texts(string field, ItemForm? form)
    {
        var texts = FieldTexts.Of(this[field], form);
        return stripSandboxSuffix && texts.Any(text => SandboxSuffix.Strip(text) != text)
            ? [.. texts.Select(text => SandboxSuffix.Strip(text)!)]
            : texts;
    }

    /// <summary>All that a condition may compare a field with.</summary>
    public IEnumerable<string> Comparable(string field)
    {
        var texts = FieldTexts.Comparable(this[field]);
        return stripSandboxSuffix ? texts.Select(text => SandboxSuffix.Strip(text)!) : texts;
    }

    private FieldValue Domain() =>
        CleanText.Of(Employee.WorkEmail) is { } email && email.LastIndexOf('@') is >= 0 and var at && at < email.Length - 1
            ? FieldValue.Present(JsonTextOf(email[(at + 1)..]))
            : FieldValue.Empty;

    private FieldValue Lifecycle() => Employee.Lifecycle is { } status
        ? FieldValue.Present(JsonTextOf(char.ToLowerInvariant(status.ToString()[0]) + status.ToString()[1..]), Employee.LifecycleText)
        : FieldValue.Empty;

    private static string JsonTextOf(string text) => System.Text.Json.JsonSerializer.Serialize(text);
}
