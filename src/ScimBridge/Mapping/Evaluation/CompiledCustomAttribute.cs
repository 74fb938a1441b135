using System.Text.Json;
using ScimBridge.Employees;
using ScimBridge.Mapping.Explaining;
using ScimBridge.Mapping.Rules;
using ScimBridge.Protocol;
using ScimBridge.Protocol.Schemas;

namespace ScimBridge.Mapping.Evaluation;

/// <summary>An attribute that the directory adds to our extension, ready to be filled.</summary>
internal sealed class CompiledCustomAttribute(CustomAttributeRule rule)
{
    private readonly SourceReader reader = SourceCompiler.Compile(rule.Source);

    /// <summary>The attribute's name.</summary>
    public string Name => rule.Name;

    /// <summary>The attribute as clients write it.</summary>
    public string Path => $"{ScimSchemaUris.HiBobUser}:{rule.Name}";

    /// <summary>The attribute as the schema describes it.</summary>
    public AttributeDefinition Definition => new()
    {
        Name = rule.Name,
        Type = rule.Type switch
        {
            CustomAttributeType.Boolean => AttributeType.Boolean,
            CustomAttributeType.Integer => AttributeType.Integer,
            CustomAttributeType.Decimal => AttributeType.Decimal,
            CustomAttributeType.DateTime => AttributeType.DateTime,
            CustomAttributeType.Reference => AttributeType.Reference,
            _ => AttributeType.String,
        },
        MultiValued = rule.MultiValued,
        Description = rule.Description,

        // A URI is always case-exact (RFC 7643 section 2.3.7).
        CaseExact = rule.CaseExact || rule.Type is CustomAttributeType.Reference,
        Mutability = AttributeMutability.ReadOnly,
        ReferenceTypes = rule.Type is CustomAttributeType.Reference ? ["external"] : [],
    };

    /// <summary>The value for a person; null when there is none.</summary>
    /// <param name="person">The person.</param>
    /// <param name="issues">Receives what was odd; null when nobody wants to know.</param>
    /// <param name="tried">Receives the fields that were tried; null when nobody wants to know.</param>
    public JsonElement? ValueFor(PersonView person, ICollection<SourceIssue>? issues, ICollection<FieldTried>? tried)
    {
        var outcome = reader(person, tried);
        if (outcome.Refused is { } transform)
        {
            issues?.Add(MappingIssues.Refused(person.Id, Path, transform));
        }

        var values = TextsOf(outcome).Select(value => Typed(value, person, issues)).OfType<JsonElement>().ToList();
        return values.Count == 0 ? null : rule.MultiValued ? JsonSerializer.SerializeToElement(values) : values[0];
    }

    private IEnumerable<string> TextsOf(SourceOutcome outcome) =>
        rule.MultiValued ? outcome.Values.Distinct(StringComparer.Ordinal) : outcome.Text is { } text ? [text] : [];

    private JsonElement? Typed(string text, PersonView person, ICollection<SourceIssue>? issues)
    {
        if (text.Length > MappingIssues.LongestText)
        {
            issues?.Add(MappingIssues.Long(person.Id, Path));
            return null;
        }

        var value = TypedValues.Of(text, rule.Type);
        if (value is null)
        {
            issues?.Add(MappingIssues.Unfit(person.Id, Path, rule.Type));
        }

        return value;
    }
}
