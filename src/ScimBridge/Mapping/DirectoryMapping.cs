using ScimBridge.Employees;
using ScimBridge.Mapping.Evaluation;
using ScimBridge.Mapping.Explaining;
using ScimBridge.Protocol;
using ScimBridge.Protocol.Resources;
using ScimBridge.Protocol.Schemas;

namespace ScimBridge.Mapping;

/// <summary>A directory's rules, ready to be applied. Safe to use from many threads.</summary>
internal sealed class DirectoryMapping
{
    private readonly string directoryKey;
    private readonly IEmployeeSource source;
    private readonly UserMapper mapper;
    private readonly UserRules userRules;
    private readonly CompiledGroups groups;
    private readonly ConditionReader? scope;
    private readonly SourceReader? userName;

    private DirectoryMapping(string directoryKey, DirectoryRules rules, IEmployeeSource source, UserMapper mapper)
    {
        (this.directoryKey, Rules, this.source, this.mapper) = (directoryKey, rules, source, mapper);
        userRules = new UserRules(rules);
        groups = new CompiledGroups(rules.Groups, source.GroupFields);
        scope = rules.Scope is null ? null : new ConditionReader(rules.Scope.Condition);
        userName = rules.UserName.Source is null ? null : SourceCompiler.Compile(rules.UserName.Source);
        CustomAttributes = [.. userRules.Custom.Select(attribute => attribute.Definition)];
        CustomAttributesJson = CustomAttributes.Count == 0 ? null : Protocol.Schemas.CustomAttributes.Write(CustomAttributes);
        Catalog = SchemaCatalog.Load().WithAttributes(ScimSchemaUris.HiBobUser, CustomAttributes);
        ReadRequest = RequestOf(rules, groups);
        Fingerprint = RulesFingerprint.Of(rules);
    }

    /// <summary>The rules.</summary>
    public DirectoryRules Rules { get; }

    /// <summary>What the rules need to read.</summary>
    public ReadRequest ReadRequest { get; }

    /// <summary>Changes whenever the rules that make resources do; part of every user's input digest.</summary>
    public string Fingerprint { get; }

    /// <summary>The schemas that the directory serves.</summary>
    public SchemaCatalog Catalog { get; }

    /// <summary>The attributes that the directory adds to our extension, in ordinal order of their names.</summary>
    public IReadOnlyList<AttributeDefinition> CustomAttributes { get; }

    /// <summary>The same as <see cref="Protocol.Schemas.CustomAttributes"/> writes it; null for nothing.</summary>
    public string? CustomAttributesJson { get; }

    /// <summary>Whether inactive users are members of groups.</summary>
    public bool IncludesInactiveMembers => Rules.Groups.InactiveMembers;

    /// <summary>Whether groups without members are shown.</summary>
    public bool KeepsEmptyGroups => Rules.Groups.EmptyGroups;

    /// <summary>After how many days users outside the scope are deleted; null keeps them, inactive.</summary>
    public int? DeleteOutOfScopeAfterDays => Rules.Scope?.DeleteAfterDays;

    /// <summary>Makes rules ready. What <see cref="DirectoryRulesValidator"/> finds fault with is passed over.</summary>
    public static DirectoryMapping Compile(string directoryKey, DirectoryRules rules, IEmployeeSource source, UserMapper mapper) =>
        new(directoryKey, rules, source, mapper);

    /// <summary>What the rules make of a person at a moment.</summary>
    /// <exception cref="EmployeeRejectedException">The fields contradict what is known of them.</exception>
    public PersonAssessment Assess(EmployeeFields fields, DateTimeOffset now)
    {
        // The source has said of each field whether it is too long, so the attributes made of it need not say so again.
        var issues = new List<SourceIssue>(source.Oddities(fields));
        var person = PersonOf(fields, null);
        userRules.Judge(person, issues);
        var (standing, reason, outOfScope) = StandingOf(person, now);
        var manager = userRules.Manager(person);
        return new PersonAssessment
        {
            Standing = standing,
            Reason = reason,
            UserName = UserNameOf(person, issues),
            DisplayName = userRules.DisplayName(person),
            Terminated = person.Employee.Lifecycle is LifecycleStatus.Terminated,
            CreatedInSource = person.Employee.CreatedInSource,
            Manager = manager,
            Groups = outOfScope ? [] : groups.HeldBy(person, manager),
            OutOfScope = outOfScope,
            Issues = issues,
        };
    }

    /// <summary>The user's resource without its <c>meta</c>: the default mapping, and the rules over it.</summary>
    public ScimUser Map(EmployeeFields fields, UserFacts facts) => Map(PersonOf(fields, null), facts);

    /// <summary>The groups of the directory.</summary>
    /// <param name="catalogue">The lists as read.</param>
    /// <param name="held">The groups that people belong to.</param>
    /// <param name="displayNameOf">The displayName of the user who is an employee, or that employee's id where there is none; null for an employee who is no user.</param>
    public WantedGroups Groups(IReadOnlyList<CatalogueItem> catalogue, IEnumerable<HeldGroup> held, Func<string, string?> displayNameOf) =>
        GroupCatalogue.Build(directoryKey, Rules.Groups, groups.Sources, catalogue, held, displayNameOf);

    /// <summary>The sources whose groups can't be known while the lists of <paramref name="unreadableFields"/> can't be read.</summary>
    public IReadOnlyList<GroupSource> SourcesOf(IReadOnlySet<string> unreadableFields) =>
        [.. groups.Sources.Where(group => group.Field is not null && unreadableFields.Contains(group.Field))];

    /// <summary>Everybody's userName.</summary>
    public UserNameAssignment AssignUserNames(IReadOnlyCollection<UserNameClaim> claims) => UserNames.Assign(claims, Rules.UserName.Clash);

    /// <summary>Why a user's resource says what it says.</summary>
    /// <param name="fields">The person's fields.</param>
    /// <param name="facts">What takes the whole directory to know.</param>
    /// <param name="catalogue">The lists that groups are made from, for telling what is above what; may be empty.</param>
    /// <param name="now">The moment at which it was decided who is active.</param>
    /// <exception cref="EmployeeRejectedException">The fields contradict what is known of them.</exception>
    public UserExplanation Explain(EmployeeFields fields, UserFacts facts, IReadOnlyList<CatalogueItem> catalogue, DateTimeOffset now)
    {
        var issues = new List<SourceIssue>();
        var person = PersonOf(fields, issues);
        userRules.Judge(person, issues);
        var (standing, reason, outOfScope) = StandingOf(person, now);
        return new UserExplanation
        {
            Attributes = AttributeExplainer.Explain(Map(person, facts), person, source.DefaultSources, userRules, userName),
            Active = ActiveExplainer.Explain(person, Rules, source.DefaultSources, facts, (standing, reason), scope),
            Groups = outOfScope
                ? []
                : GroupExplainer.Explain(directoryKey, person, facts, groups, groups.HeldBy(person, userRules.Manager(person)), GroupTree.Above(groups.Sources, catalogue)),
            Issues = issues,
        };
    }

    private ScimUser Map(PersonView person, UserFacts facts) => userRules.Apply(
        mapper.Map(person.Employee, Rules.HomeAddress is { } home ? facts with { IncludeHomeAddress = home } : facts), person);

    private PersonView PersonOf(EmployeeFields fields, ICollection<SourceIssue>? issues)
    {
        var employee = LongTexts.LeftOut(source.Interpret(fields), issues);
        return Rules.UserName.StripSandboxSuffix
            ? new PersonView(fields, employee with { WorkEmail = SandboxSuffix.Strip(employee.WorkEmail) }, stripSandboxSuffix: true)
            : new PersonView(fields, employee, stripSandboxSuffix: false);
    }

    private (PersonStanding Standing, string Reason, bool OutOfScope) StandingOf(PersonView person, DateTimeOffset now)
    {
        var (standing, reason) = LifecycleRules.Standing(person.Employee, Rules.Lifecycle, DateOnly.FromDateTime(now.UtcDateTime));
        if (standing is PersonStanding.Excluded || scope is null || scope.Holds(person, null))
        {
            return (standing, reason, false);
        }

        return (DeleteOutOfScopeAfterDays == 0 ? PersonStanding.Excluded : PersonStanding.Inactive, StandingReasons.OutOfScope, true);
    }

    private string? UserNameOf(PersonView person, List<SourceIssue> issues)
    {
        if (userName is null)
        {
            return person.Employee.WorkEmail;
        }

        var outcome = userName(person, null);
        if (outcome.Text is not { } name)
        {
            if (outcome.Refused is { } transform)
            {
                issues.Add(MappingIssues.Refused(person.Id, "userName", transform));
            }

            return null;
        }

        if (name.Length > MappingIssues.LongestText)
        {
            issues.Add(MappingIssues.Long(person.Id, "userName"));
            return null;
        }

        return name;
    }

    private static ReadRequest RequestOf(DirectoryRules rules, CompiledGroups groups)
    {
        var fields = rules.Attributes.SelectMany(rule => SourceCompiler.FieldsOf(rule.Source))
            .Concat(rules.CustomAttributes.SelectMany(rule => SourceCompiler.FieldsOf(rule.Source)))
            .Concat(SourceCompiler.FieldsOf(rules.UserName.Source))
            .Concat(ConditionReader.FieldsOf(rules.Scope?.Condition))
            .Concat(groups.Fields);
        return new ReadRequest(
            [.. fields.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
            [.. groups.Sources.Select(group => group.Field).OfType<string>().Distinct(StringComparer.Ordinal)]);
    }
}
