using ScimBridge.Mapping;
using ScimBridge.Mapping.Rules;
using ScimBridge.Mapping.Targets;

namespace ScimBridge.Admin.Pages.Attributes;

/// <summary>The rule of one attribute while somebody edits it.</summary>
internal sealed class RuleForm
{
    private readonly DirectoryRules before;
    private readonly string? original;

    private RuleForm(DirectoryRules before, RuleSubject subject, string name, string? original) =>
        (this.before, Subject, Name, this.original) = (before, subject, name, original);

    /// <summary>What kind of attribute it is.</summary>
    public RuleSubject Subject { get; }

    /// <summary>The attribute as clients write it; of one of the directory's own its name, which can be changed here.</summary>
    public string Name { get; set; }

    /// <summary>Where it comes from, in the large.</summary>
    public RuleChoice Choice { get; set; }

    /// <summary>Where it comes from, if from a source.</summary>
    public SourceForm Source { get; private init; } = new();

    /// <summary>Of one of the directory's own, the type.</summary>
    public CustomAttributeType Type { get; set; }

    /// <summary>Of one of the directory's own, whether it has any number of values.</summary>
    public bool MultiValued { get; set; }

    /// <summary>Of one of the directory's own, whether filters tell upper from lower case.</summary>
    public bool CaseExact { get; set; }

    /// <summary>Of one of the directory's own, what it means.</summary>
    public string Description { get; set; } = "";

    /// <summary>The rules without anything done in this form.</summary>
    public DirectoryRules Before => before;

    /// <summary>The form for an attribute that every directory has.</summary>
    /// <param name="rules">The rules as they are.</param>
    /// <param name="path">The attribute.</param>
    /// <param name="offered">A source to begin with where there is no rule; null to begin with the default.</param>
    public static RuleForm OfAttribute(DirectoryRules rules, string path, ValueSource? offered = null)
    {
        var rule = rules.Attributes.FirstOrDefault(other => IsSame(other.Attribute, path));
        var source = rule?.Source ?? offered;
        return new RuleForm(rules, RuleSubject.Attribute, rule?.Attribute ?? path, rule?.Attribute)
        {
            Choice = rule?.Drop == true ? RuleChoice.Drop : source is null ? RuleChoice.Default : RuleChoice.Source,
            Source = source is null ? new SourceForm() : SourceForm.Of(source),
        };
    }

    /// <summary>The form for one of the directory's own, a new one without a name.</summary>
    public static RuleForm OfCustom(DirectoryRules rules, string? name)
    {
        var rule = rules.CustomAttributes.FirstOrDefault(other => other.Name == name);
        return new RuleForm(rules, RuleSubject.Custom, name ?? "", rule?.Name)
        {
            Choice = RuleChoice.Source,
            Source = rule is null ? new SourceForm() : SourceForm.Of(rule.Source),
            Type = rule?.Type ?? CustomAttributeType.String,
            MultiValued = rule?.MultiValued ?? false,
            CaseExact = rule?.CaseExact ?? false,
            Description = rule?.Description ?? "",
        };
    }

    /// <summary>The form for what people sign in with.</summary>
    public static RuleForm OfUserName(DirectoryRules rules) => new(rules, RuleSubject.UserName, "userName", "userName")
    {
        Choice = rules.UserName.Source is null ? RuleChoice.Default : RuleChoice.Source,
        Source = rules.UserName.Source is { } source ? SourceForm.Of(source) : new SourceForm(),
    };

    /// <summary>The rules with what was done in this form.</summary>
    public DirectoryRules Rules() => Subject switch
    {
        RuleSubject.UserName => before with
        {
            UserName = before.UserName with { Source = Choice is RuleChoice.Source ? Source.ToSource() : null },
        },
        RuleSubject.Custom => before with
        {
            CustomAttributes = Put(before.CustomAttributes, rule => rule.Name == original, Choice is RuleChoice.Default ? null : Custom()),
        },
        _ => before with
        {
            Attributes = Put(before.Attributes, rule => rule.Attribute == original, Choice is RuleChoice.Default ? null : Attribute()),
        },
    };

    /// <summary>The place of the rule in the document, below which its faults are; null where it has none.</summary>
    public string? Pointer(DirectoryRules rules) => Subject switch
    {
        RuleSubject.UserName => "/userName",
        RuleSubject.Custom => At("/customAttributes", rules.CustomAttributes.Select(rule => rule.Name)),
        _ => At("/attributes", rules.Attributes.Select(rule => rule.Attribute)),
    };

    /// <summary>Whether two ways of writing name one attribute.</summary>
    public static bool IsSame(string one, string other) => PathOf(one) == PathOf(other);

    private static string PathOf(string attribute) => MappableAttributes.Find(attribute)?.Path ?? attribute;

    private AttributeRule Attribute() => Choice is RuleChoice.Drop
        ? new AttributeRule { Attribute = Name, Drop = true }
        : new AttributeRule { Attribute = Name, Source = Source.ToSource() };

    private CustomAttributeRule Custom() => new()
    {
        Name = Name,
        Type = Type,
        MultiValued = MultiValued,
        CaseExact = CaseExact,
        Description = Description,
        Source = Source.ToSource(),
    };

    private string? At(string list, IEnumerable<string> names)
    {
        var index = names.ToList().LastIndexOf(Name);
        return index < 0 ? null : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{list}/{index}");
    }

    // In its old place, so that the document keeps its order.
    private static List<T> Put<T>(IReadOnlyList<T> rules, Predicate<T> isOld, T? wanted)
        where T : class
    {
        var list = rules.ToList();
        var index = list.FindIndex(isOld);
        if (index >= 0)
        {
            list.RemoveAt(index);
        }

        if (wanted is not null)
        {
            list.Insert(index < 0 ? list.Count : index, wanted);
        }

        return list;
    }
}
