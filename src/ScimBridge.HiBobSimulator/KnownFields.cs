namespace ScimBridge.HiBobSimulator;

/// <summary>The fields that the simulator itself looks at, found once per catalogue.</summary>
internal sealed class KnownFields(FieldCatalogue catalogue)
{
    public FieldDefinition Id { get; } = catalogue.Require("root.id");

    public FieldDefinition Email { get; } = catalogue.Require("root.email");

    public FieldDefinition FirstName { get; } = catalogue.Require("root.firstName");

    public FieldDefinition SecondName { get; } = catalogue.Require("root.secondName");

    public FieldDefinition Surname { get; } = catalogue.Require("root.surname");

    public FieldDefinition DisplayName { get; } = catalogue.Require("root.displayName");

    public FieldDefinition FullName { get; } = catalogue.Require("root.fullName");

    public FieldDefinition CreationDateTime { get; } = catalogue.Require("root.creationDateTime");

    public FieldDefinition SiteId { get; } = catalogue.Require("work.siteId");

    public FieldDefinition ReportsTo { get; } = catalogue.Require("work.reportsTo");

    public FieldDefinition Manager { get; } = catalogue.Require("work.manager");

    public FieldDefinition StartDate { get; } = catalogue.Require("work.startDate");

    public FieldDefinition Status { get; } = catalogue.Require("internal.status");

    public FieldDefinition LifecycleStatus { get; } = catalogue.Require("internal.lifecycleStatus");

    public FieldDefinition TerminationDate { get; } = catalogue.Require("internal.terminationDate");

    public FieldDefinition LastDayOfWork { get; } = catalogue.Require("employee.lastDayOfWork");

    public FieldDefinition LeaveStart { get; } = catalogue.Require("employee.recentLeaveStartDate");

    public FieldDefinition LeaveEnd { get; } = catalogue.Require("employee.recentLeaveEndDate");

    public FieldDefinition LeaveType { get; } = catalogue.Require(StandardFields.LeaveType);

    public FieldDefinition LeaveKeepsAccess { get; } = catalogue.Require(StandardFields.LeaveKeepsAccess);
}
