using ScimBridge.Admin.Pages.Attributes;
using ScimBridge.Employees;
using ScimBridge.Mapping;
using ScimBridge.Mapping.Rules;
using ScimBridge.Sync.Doctor;
using Xunit;

namespace ScimBridge.Tests.Admin.Pages.Attributes;

/// <summary>The table of attributes says what each is made from and who has it.</summary>
public sealed class AttributeRowsTests
{
    private static readonly DefaultSource[] Defaults =
    [
        new("externalId", ["root.id"]), new("userName", ["root.email", "root.id"]), new("name.givenName", ["root.firstName"]),
        new("title", ["work.title", "employee.jobProfileTitle"]), new("addresses[type eq \"home\"].locality", ["address.city"]),
    ];

    private static readonly FieldList Fields = new(
    [
        new("root.firstName", "First name", "Basic info", FieldValueKind.Text, false), new("work.title", "Job title", "Work", FieldValueKind.List, false),
        new("work.salary", "Salary", "Payroll", FieldValueKind.Number, true), new("work.period", "Period", "Work", FieldValueKind.Other, false),
    ]);

    [Fact]
    public void Defaults_rules_and_the_directory_s_own_are_all_there()
    {
        var rules = DirectoryRules.Default with
        {
            Attributes =
            [
                new AttributeRule { Attribute = "title", Source = new ValueSource { Field = "work.title", Transforms = [new Transform { Kind = TransformKind.Upper }] } },
                new AttributeRule { Attribute = "name", Drop = true },
                new AttributeRule { Attribute = "nickName", Source = new ValueSource { Constant = "N" } },
            ],
            CustomAttributes = [new CustomAttributeRule { Name = "squad", Source = new ValueSource { Field = "work.unknown", As = ItemForm.Id } }],
        };

        var rows = new AttributeRows(Defaults, Fields, null).Of(rules, includeHomeAddress: false);

        Assert.Equal(
            [
                ("externalId", AttributeOrigin.Fixed, "root.id"),
                ("userName", AttributeOrigin.Default, "root.email, else root.id"),
                ("name.givenName", AttributeOrigin.Dropped, "left out with name"),
                ("title", AttributeOrigin.Own, "Job title (Work); then upper case"),
                ("name", AttributeOrigin.Dropped, "left out"),
                ("nickName", AttributeOrigin.Own, "always “N”"),
                ("squad", AttributeOrigin.Own, "the identifier of work.unknown"),
            ],
            rows.Select(row => (row.Path, row.Origin, row.Made)));
        Assert.Equal(1, rows.Single(row => row.Path == "nickName").Share);
    }

    [Fact]
    public void The_share_of_people_is_that_of_the_field_and_at_least_that_of_the_best_of_several()
    {
        var report = Report(Finding("root.firstName", 100, 100), Finding("work.title", 80, 80), Finding("employee.jobProfileTitle", 0, 0));

        var rows = new AttributeRows(Defaults, Fields, report).Of(DirectoryRules.Default, includeHomeAddress: true);

        var title = rows.Single(row => row.Path == "title");
        Assert.Equal((0.8, true), (title.Share, title.AtLeast));
        Assert.Equal(["employee.jobProfileTitle"], title.Hidden);
        Assert.Equal((1.0, false), (rows.Single(row => row.Path == "name.givenName").Share, rows.Single(row => row.Path == "name.givenName").AtLeast));
        Assert.Null(rows.Single(row => row.Path.StartsWith("addresses", StringComparison.Ordinal)).Share);
    }

    [Fact]
    public void Fields_are_searched_by_every_word_and_none_is_offered_that_is_never_read_or_can_t_be_mapped()
    {
        Assert.Equal(["Basic info", "Work"], Fields.Search("").Select(category => category.Category));
        Assert.Equal("work.title", Assert.Single(Assert.Single(Fields.Search("TITLE job")).Fields).Id);
        Assert.Empty(Fields.Search("salary"));
        Assert.Empty(Fields.Search("period"));
    }

    private static PermissionReport Report(params FieldFinding[] fields) => new()
    {
        At = DateTimeOffset.UnixEpoch,
        RunId = null,
        Failure = null,
        Detail = null,
        People = 100,
        Lifecycle = new Dictionary<string, int>(),
        Leavers = Visibility.Yes,
        Joiners = Visibility.Yes,
        Fields = fields,
    };

    private static FieldFinding Finding(string field, int seen, int present) => new()
    {
        Field = field,
        Name = field,
        Category = "Work",
        Permission = "View",
        MenuPath = "Settings",
        Attributes = [],
        Known = true,
        People = 100,
        Seen = seen,
        Present = present,
        LastSeenAt = null,
        UnseenSince = null,
    };
}
