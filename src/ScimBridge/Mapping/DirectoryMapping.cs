using ScimBridge.Employees;
using ScimBridge.Protocol.Resources;
using ScimBridge.Protocol.Schemas;

namespace ScimBridge.Mapping;

/// <summary>A directory's rules, ready to be applied. Safe to use from many threads.</summary>
internal sealed class DirectoryMapping
{
    private readonly IEmployeeSource source;
    private readonly UserMapper mapper;
    private readonly IReadOnlyList<GroupSource> groupSources;
    private readonly string directoryKey;

    private DirectoryMapping(string directoryKey, DirectoryRules rules, IEmployeeSource source, UserMapper mapper)
    {
        (this.directoryKey, Rules, this.source, this.mapper) = (directoryKey, rules, source, mapper);
        groupSources =
        [
            new GroupSource(GroupKey.Department, source.GroupFields[GroupKey.Department], "Department"),
            new GroupSource(GroupKey.Site, source.GroupFields[GroupKey.Site], "Site"),
        ];
        ReadRequest = new ReadRequest([], [.. groupSources.Select(group => group.Field).OfType<string>()]);
    }

    /// <summary>The rules.</summary>
    public DirectoryRules Rules { get; }

    /// <summary>What the rules need to read.</summary>
    public ReadRequest ReadRequest { get; }

    /// <summary>Changes whenever the rules that make resources do; part of every user's input digest.</summary>
    public string Fingerprint { get; } = "";

    /// <summary>The schemas that the directory serves.</summary>
    public SchemaCatalog Catalog { get; } = SchemaCatalog.Load();

    /// <summary>What the directory adds to our extension, as <see cref="CustomAttributes"/> writes it; null for nothing.</summary>
    public string? CustomAttributesJson { get; }

    /// <summary>Makes rules ready.</summary>
    public static DirectoryMapping Compile(string directoryKey, DirectoryRules rules, IEmployeeSource source, UserMapper mapper) =>
        new(directoryKey, rules, source, mapper);

    /// <summary>What the rules make of a person at a moment.</summary>
    /// <exception cref="EmployeeRejectedException">The fields contradict what is known of them.</exception>
    public PersonAssessment Assess(EmployeeFields fields, DateTimeOffset now)
    {
        var employee = source.Interpret(fields);
        var (standing, reason) = LifecycleRules.Standing(employee, Rules.Lifecycle, DateOnly.FromDateTime(now.UtcDateTime));
        return new PersonAssessment
        {
            Standing = standing,
            Reason = reason,
            UserName = employee.WorkEmail,
            DisplayName = NameRules.DisplayName(employee),
            Terminated = employee.Lifecycle is LifecycleStatus.Terminated,
            CreatedInSource = employee.CreatedInSource,
            Manager = employee.Manager,
            Groups = [.. GroupRules.HeldBy(employee)],
        };
    }

    /// <summary>The user's resource without its <c>meta</c>.</summary>
    public ScimUser Map(EmployeeFields fields, UserFacts facts) => mapper.Map(source.Interpret(fields), facts);

    /// <summary>The groups of the directory.</summary>
    /// <param name="catalogue">The lists as read.</param>
    /// <param name="held">The groups that people belong to.</param>
    public IReadOnlyList<WantedGroup> Groups(IReadOnlyList<CatalogueItem> catalogue, IEnumerable<HeldGroup> held) =>
        GroupCatalogue.Build(directoryKey, groupSources, catalogue, held);

    /// <summary>The sources whose groups can't be known while the lists of <paramref name="unreadableFields"/> can't be read.</summary>
    public IReadOnlyList<GroupSource> SourcesOf(IReadOnlySet<string> unreadableFields) =>
        [.. groupSources.Where(group => group.Field is not null && unreadableFields.Contains(group.Field))];
}
