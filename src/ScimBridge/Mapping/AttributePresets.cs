using ScimBridge.Employees;
using ScimBridge.Mapping.Rules;

namespace ScimBridge.Mapping;

/// <summary>The rules that an editor can offer ready-made.</summary>
internal static class AttributePresets
{
    /// <summary>One for each attribute that the HR system has and the default mapping leaves out.</summary>
    public static IReadOnlyList<AttributePreset> Of(IEmployeeSource source) =>
        [.. source.OptionalSources.Select(optional => new AttributePreset(
            optional.Id, optional.Title, new AttributeRule { Attribute = optional.Attribute, Source = SourceOf(optional) }))];

    private static ValueSource SourceOf(OptionalSource optional)
    {
        if (optional.Template is { } template)
        {
            return new ValueSource { Template = template };
        }

        return optional.Fields.Count == 1
            ? new ValueSource { Field = optional.Fields[0] }
            : new ValueSource { First = [.. optional.Fields.Select(field => new ValueSource { Field = field })] };
    }
}
