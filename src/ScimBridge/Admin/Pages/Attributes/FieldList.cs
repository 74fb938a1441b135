using ScimBridge.Employees;
using ScimBridge.Mapping.Rules;

namespace ScimBridge.Admin.Pages.Attributes;

/// <summary>The fields of a directory's HiBob that a rule can name, for choosing one and for saying which it is.</summary>
internal sealed class FieldList
{
    private readonly Dictionary<string, FieldInfo> byId;

    /// <summary>The fields as read; null when HiBob could never be asked.</summary>
    public FieldList(IReadOnlyList<FieldInfo>? fields)
    {
        IsKnown = fields is not null;
        byId = (fields ?? []).Where(field => !field.Sensitive).DistinctBy(field => field.Id, StringComparer.Ordinal)
            .ToDictionary(field => field.Id, StringComparer.Ordinal);
    }

    /// <summary>Whether the fields are known at all.</summary>
    public bool IsKnown { get; }

    /// <summary>A field; null for one that is not known.</summary>
    public FieldInfo? Find(string id) => byId.GetValueOrDefault(id);

    /// <summary>A field in words: its name in HiBob and its category; else its id.</summary>
    public string NameOf(string id) => id switch
    {
        PseudoFields.EmailDomain => "E-mail domain",
        PseudoFields.Lifecycle => "State of the employment",
        _ when byId.TryGetValue(id, out var field) => $"{field.Name} ({field.Category})",
        _ => id,
    };

    /// <summary>The fields that can be mapped and whose name, id or category has every word of the text, by category.</summary>
    /// <param name="text">What is searched for; empty for all.</param>
    /// <param name="isWanted">Whether a kind of field will do; null for any that can be mapped.</param>
    public IReadOnlyList<(string Category, IReadOnlyList<FieldInfo> Fields)> Search(string text, Func<FieldValueKind, bool>? isWanted = null)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return
        [
            .. byId.Values
                .Where(field => field.Kind is not FieldValueKind.Other && isWanted?.Invoke(field.Kind) != false)
                .Where(field => words.All(word => $"{field.Name} {field.Id} {field.Category}".Contains(word, StringComparison.OrdinalIgnoreCase)))
                .GroupBy(field => field.Category, StringComparer.Ordinal)
                .OrderBy(category => category.Key, StringComparer.OrdinalIgnoreCase)
                .Select(category => (category.Key, (IReadOnlyList<FieldInfo>)[.. category.OrderBy(field => field.Name, StringComparer.OrdinalIgnoreCase)])),
        ];
    }
}
