using System.Text.Json;
using ScimBridge.Employees;
using ScimBridge.Mapping.Targets;
using ScimBridge.Protocol.Resources;

namespace ScimBridge.Mapping.Evaluation;

/// <summary>The rules of a directory's attributes, ready to be applied over what the default mapping made.</summary>
internal sealed class UserRules
{
    private readonly CompiledRule? manager;
    private readonly CompiledRule? displayName;

    /// <summary>Makes the rules ready; one for an attribute that can't be filled is passed over.</summary>
    public UserRules(DirectoryRules rules)
    {
        All =
        [
            .. rules.Attributes
                .Select((rule, index) => MappableAttributes.Find(rule.Attribute) is { } target
                    ? new CompiledRule($"rules/attributes/{index}", target, rule.Drop ? null : rule.Source)
                    : null)
                .OfType<CompiledRule>().OrderBy(rule => rule.Target.Order),
        ];
        Custom = [.. rules.CustomAttributes.Select(rule => new CompiledCustomAttribute(rule)).OrderBy(attribute => attribute.Name, StringComparer.Ordinal)];
        manager = Of(MappableAttributes.Manager);
        displayName = Of(MappableAttributes.DisplayName);
    }

    /// <summary>The rules in the order in which they apply.</summary>
    public IReadOnlyList<CompiledRule> All { get; }

    /// <summary>The attributes that the directory adds to our extension, in ordinal order of their names.</summary>
    public IReadOnlyList<CompiledCustomAttribute> Custom { get; }

    /// <summary>The rule of an attribute, or null.</summary>
    public CompiledRule? Of(string path) => All.FirstOrDefault(rule => rule.Target.Path.Equals(path, StringComparison.OrdinalIgnoreCase));

    /// <summary>The user with the rules applied.</summary>
    public ScimUser Apply(ScimUser user, PersonView person)
    {
        if (All.Count == 0 && Custom.Count == 0)
        {
            return user;
        }

        foreach (var rule in All)
        {
            user = rule.Target.Set(user, rule.ValueFor(person, null, null));
        }

        return Finished(WithCustom(user, person));
    }

    /// <summary>Whom the person reports to.</summary>
    public EmployeeReference? Manager(PersonView person)
    {
        if (manager is null)
        {
            return person.Employee.Manager;
        }

        var tried = new List<Explaining.FieldTried>();
        return manager.ValueFor(person, null, tried) is not null && tried.Find(field => field.Won) is { } won
            && FieldTexts.Of(person[won.Field], Rules.ItemForm.Id) is [{ } id, ..]
                ? new EmployeeReference(id, FieldTexts.Of(person[won.Field], Rules.ItemForm.Name) is [{ } name, ..] && name != id ? name : null)
                : null;
    }

    /// <summary>The user's displayName.</summary>
    public string? DisplayName(PersonView person) =>
        displayName is null ? NameRules.DisplayName(person.Employee) : displayName.ValueFor(person, null, null);

    /// <summary>Collects what is odd about a person's values.</summary>
    public void Judge(PersonView person, ICollection<SourceIssue> issues)
    {
        foreach (var rule in All)
        {
            rule.ValueFor(person, issues, null);
        }

        foreach (var attribute in Custom)
        {
            attribute.ValueFor(person, issues, null);
        }
    }

    private ScimUser WithCustom(ScimUser user, PersonView person)
    {
        Dictionary<string, JsonElement>? values = null;
        foreach (var attribute in Custom)
        {
            if (attribute.ValueFor(person, null, null) is { } value)
            {
                (values ??= new Dictionary<string, JsonElement>(StringComparer.Ordinal)).Add(attribute.Name, value);
            }
        }

        return values is null ? user : user with { HiBob = (user.HiBob ?? new ScimHiBobUser()) with { Custom = values } };
    }

    private static ScimUser Finished(ScimUser user)
    {
        user = user with
        {
            Name = user.Name == new ScimName() ? null : user.Name,
            Enterprise = user.Enterprise == new ScimEnterpriseUser() ? null : user.Enterprise,
            HiBob = user.HiBob is { IsEmpty: true } ? null : user.HiBob,
        };
        return user with { Schemas = SchemaRules.Schemas(user) };
    }
}
