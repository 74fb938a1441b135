using ScimBridge.Employees;
using ScimBridge.Mapping.Explaining;
using ScimBridge.Mapping.Rules;
using ScimBridge.Mapping.Targets;

namespace ScimBridge.Mapping.Evaluation;

/// <summary>The rule of an attribute, ready to be applied.</summary>
/// <param name="name">Where the rule is in the document, such as <c>rules/attributes/3</c>.</param>
/// <param name="target">The attribute.</param>
/// <param name="source">Where its value comes from; null drops it.</param>
internal sealed class CompiledRule(string name, AttributeTarget target, ValueSource? source)
{
    private readonly SourceReader? reader = source is null ? null : SourceCompiler.Compile(source);

    /// <summary>Where the rule is in the document.</summary>
    public string Name { get; } = name;

    /// <summary>The attribute.</summary>
    public AttributeTarget Target { get; } = target;

    /// <summary>Whether the rule drops the attribute.</summary>
    public bool Drops => reader is null;

    /// <summary>The value for a person, a text; null when there is none.</summary>
    /// <param name="person">The person.</param>
    /// <param name="issues">Receives what was odd; null when nobody wants to know.</param>
    /// <param name="tried">Receives the fields that were tried; null when nobody wants to know.</param>
    public string? ValueFor(PersonView person, ICollection<SourceIssue>? issues, ICollection<FieldTried>? tried)
    {
        if (reader is null)
        {
            return null;
        }

        var outcome = reader(person, tried);
        if (outcome.Text is not { } text)
        {
            if (outcome.Refused is { } transform)
            {
                issues?.Add(MappingIssues.Refused(person.Id, Target.Path, transform));
            }

            return null;
        }

        var value = Fitted(text);
        if (value is null)
        {
            issues?.Add(MappingIssues.Unfit(person.Id, Target.Path, Target.Kind));
            return null;
        }

        if (value.Length > MappingIssues.LongestText)
        {
            issues?.Add(MappingIssues.Long(person.Id, Target.Path));
            return null;
        }

        return value;
    }

    private string? Fitted(string text) => Target.Kind switch
    {
        TargetKind.Boolean => TypedValues.Truth(text) is { } truth ? (truth ? "true" : "false") : null,
        TargetKind.Day => TransformCompiler.Day(text),
        TargetKind.Country => CountryCodes.Find(text),
        TargetKind.Uri => TypedValues.IsUri(text) ? text : null,
        _ => text,
    };
}
