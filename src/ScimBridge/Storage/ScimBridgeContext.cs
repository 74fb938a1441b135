using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using ScimBridge.Storage.Records;

namespace ScimBridge.Storage;

/// <summary>All that is stored. One model; each database has a context of its own for its migrations.</summary>
internal abstract class ScimBridgeContext(DbContextOptions options) : DbContext(options), IDataProtectionKeyContext
{
    public DbSet<OrganizationRecord> Organizations => Set<OrganizationRecord>();

    public DbSet<DirectoryRecord> Directories => Set<DirectoryRecord>();

    public DbSet<DirectoryVersionRecord> DirectoryVersions => Set<DirectoryVersionRecord>();

    public DbSet<UserRecord> Users => Set<UserRecord>();

    public DbSet<UserEmailRecord> UserEmails => Set<UserEmailRecord>();

    public DbSet<GroupRecord> Groups => Set<GroupRecord>();

    public DbSet<MembershipRecord> Memberships => Set<MembershipRecord>();

    public DbSet<PageAnchorRecord> PageAnchors => Set<PageAnchorRecord>();

    public DbSet<SyncRunRecord> SyncRuns => Set<SyncRunRecord>();

    public DbSet<SyncIssueRecord> SyncIssues => Set<SyncIssueRecord>();

    public DbSet<RulesRecord> Rules => Set<RulesRecord>();

    public DbSet<PlanRecord> Plans => Set<PlanRecord>();

    public DbSet<PlanChangeRecord> PlanChanges => Set<PlanChangeRecord>();

    public DbSet<PlanPersonRecord> PlanPeople => Set<PlanPersonRecord>();

    public DbSet<FieldReportRecord> FieldReports => Set<FieldReportRecord>();

    public DbSet<DirectoryCheckRecord> DirectoryChecks => Set<DirectoryCheckRecord>();

    public DbSet<SourceBudgetRecord> SourceBudgets => Set<SourceBudgetRecord>();

    public DbSet<HrCatalogueRecord> HrCatalogues => Set<HrCatalogueRecord>();

    public DbSet<DirtyEmployeeRecord> DirtyEmployees => Set<DirtyEmployeeRecord>();

    public DbSet<WebhookDeliveryRecord> WebhookDeliveries => Set<WebhookDeliveryRecord>();

    public DbSet<DirectoryEventRecord> DirectoryEvents => Set<DirectoryEventRecord>();

    public DbSet<AuditRecord> Audit => Set<AuditRecord>();

    public DbSet<ScimTokenRecord> ScimTokens => Set<ScimTokenRecord>();

    public DbSet<SetupLinkRecord> SetupLinks => Set<SetupLinkRecord>();

    public DbSet<AdminAccountRecord> AdminAccounts => Set<AdminAccountRecord>();

    public DbSet<AdminSessionRecord> AdminSessions => Set<AdminSessionRecord>();

    public DbSet<ApiKeyRecord> ApiKeys => Set<ApiKeyRecord>();

    /// <summary>The key ring that protects credentials, cookies and antiforgery tokens.</summary>
    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    /// <summary>The collation that compares text byte by byte on this database, whatever the database's own is.</summary>
    protected abstract string OrdinalCollation { get; }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        // SQLite can't compare a DateTimeOffset; UTC ticks compare everywhere.
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcTicksConverter>();
        configurationBuilder.Properties<Enum>().HaveConversion<string>();
        configurationBuilder.Properties<string>().UseCollation(OrdinalCollation);
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<OrganizationRecord>().HasIndex(organization => organization.NameKey).IsUnique();
        modelBuilder.Entity<DirectoryRecord>(directory =>
        {
            directory.HasIndex(row => row.Key).IsUnique();

            // Not the cascade that would be usual: an organization with directories is not to be deleted.
            directory.HasOne(row => row.Organization).WithMany().HasForeignKey(row => row.OrganizationId).OnDelete(DeleteBehavior.Restrict);
        });
        modelBuilder.Entity<DirectoryVersionRecord>().HasKey(version => new { version.DirectoryId, version.Version });

        // Unique over ValidTo: open rows share one value of it, and closed ones can't meet in one version.
        modelBuilder.Entity<UserRecord>(user =>
        {
            user.HasKey(row => row.RowId);
            user.HasIndex(row => new { row.DirectoryId, row.Id, row.ValidTo }).IsUnique();
            user.HasIndex(row => new { row.DirectoryId, row.UserNameKey, row.ValidTo }).IsUnique();
            user.HasIndex(row => new { row.DirectoryId, row.ExternalId, row.ValidTo }).IsUnique();
            user.HasIndex(row => new { row.DirectoryId, row.Ordinal, row.ValidFrom, row.ValidTo });

            // With all that a list of changes needs to count and order them, since clients poll for changes.
            user.HasIndex(row => new { row.DirectoryId, row.LastModified, row.ValidFrom, row.ValidTo, row.Ordinal });
            user.HasIndex(row => new { row.DirectoryId, row.EmployeeNumberKey });
        });
        modelBuilder.Entity<UserEmailRecord>(email =>
        {
            email.HasKey(row => row.RowId);
            email.HasIndex(row => new { row.DirectoryId, row.ValueKey, row.ValidTo });
            email.HasIndex(row => new { row.DirectoryId, row.UserId, row.ValidTo });
        });
        modelBuilder.Entity<GroupRecord>(group =>
        {
            group.HasKey(row => row.RowId);
            group.HasIndex(row => new { row.DirectoryId, row.Id, row.ValidTo }).IsUnique();
            group.HasIndex(row => new { row.DirectoryId, row.DisplayNameKey, row.ValidTo }).IsUnique();
            group.HasIndex(row => new { row.DirectoryId, row.ExternalId, row.ValidTo }).IsUnique();
            group.HasIndex(row => new { row.DirectoryId, row.Ordinal, row.ValidFrom, row.ValidTo });
        });
        modelBuilder.Entity<MembershipRecord>(membership =>
        {
            membership.HasKey(row => row.RowId);
            membership.HasIndex(row => new { row.DirectoryId, row.GroupId, row.UserOrdinal, row.ValidTo }).IsUnique();
            membership.HasIndex(row => new { row.DirectoryId, row.UserId, row.ValidTo });
        });
        modelBuilder.Entity<PageAnchorRecord>(anchor =>
        {
            anchor.HasKey(row => row.RowId);
            anchor.HasIndex(row => new { row.DirectoryId, row.List, row.Position, row.ValidTo }).IsUnique();
            anchor.Property(row => row.List).HasConversion<int>();
        });

        modelBuilder.Entity<SyncRunRecord>(run =>
        {
            run.HasIndex(row => new { row.DirectoryId, row.WaitingSlot }).IsUnique();
            run.HasIndex(row => new { row.DirectoryId, row.RequestedAt });
        });
        modelBuilder.Entity<SyncIssueRecord>().HasIndex(issue => issue.RunId);
        ConfigurePlans(modelBuilder);
        ConfigureDirectoryLife(modelBuilder);
        modelBuilder.Entity<ScimTokenRecord>(token =>
        {
            token.HasIndex(row => row.Hash).IsUnique();
            token.HasIndex(row => new { row.DirectoryId, row.HeldNameKey }).IsUnique();
            token.Property(row => row.Scopes).HasConversion<int>();
        });
        modelBuilder.Entity<SetupLinkRecord>(link =>
        {
            link.HasIndex(row => row.Hash).IsUnique();
            link.HasIndex(row => row.DirectoryId);
        });
        ConfigureAdmins(modelBuilder);
    }

    private static void ConfigureAdmins(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<AdminAccountRecord>(account =>
        {
            account.HasIndex(row => row.UserNameKey).IsUnique();
            account.HasIndex(row => new { row.Issuer, row.Subject }).IsUnique();
        });
        modelBuilder.Entity<AdminSessionRecord>().HasIndex(session => session.AccountId);
        modelBuilder.Entity<ApiKeyRecord>(key =>
        {
            key.HasIndex(row => row.Hash).IsUnique();
            key.HasIndex(row => row.HeldNameKey).IsUnique();
        });
    }

    private static void ConfigurePlans(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<PlanRecord>(plan =>
        {
            plan.HasKey(row => row.RunId);
            plan.HasIndex(row => new { row.DirectoryId, row.At });
        });
        modelBuilder.Entity<PlanChangeRecord>(change =>
        {
            change.HasKey(row => row.RowId);
            change.HasIndex(row => new { row.RunId, row.RowId });
            change.HasIndex(row => new { row.DirectoryId, row.ResourceId, row.RowId });
        });
        modelBuilder.Entity<PlanPersonRecord>(person =>
        {
            person.HasKey(row => new { row.RunId, row.EmployeeId });
            person.HasIndex(row => new { row.DirectoryId, row.EmployeeId });
        });
    }

    private static void ConfigureDirectoryLife(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<RulesRecord>().HasKey(row => new { row.DirectoryId, row.Revision });
        modelBuilder.Entity<FieldReportRecord>().HasKey(row => new { row.DirectoryId, row.Field });
        modelBuilder.Entity<SourceBudgetRecord>().HasKey(row => new { row.DirectoryId, row.Endpoint });
        modelBuilder.Entity<DirectoryCheckRecord>(check =>
        {
            check.HasKey(row => row.DirectoryId);
            check.Property(row => row.DirectoryId).ValueGeneratedNever();
        });
        modelBuilder.Entity<HrCatalogueRecord>(catalogue =>
        {
            catalogue.HasKey(row => row.DirectoryId);
            catalogue.Property(row => row.DirectoryId).ValueGeneratedNever();
        });
        modelBuilder.Entity<DirtyEmployeeRecord>(employee =>
        {
            employee.HasKey(row => new { row.DirectoryId, row.EmployeeId });
            employee.HasIndex(row => new { row.DirectoryId, row.DueAt });
        });
        modelBuilder.Entity<WebhookDeliveryRecord>(delivery =>
        {
            delivery.HasIndex(row => new { row.DirectoryId, row.At });
            delivery.HasIndex(row => new { row.DirectoryId, row.BodyHash });
        });
        modelBuilder.Entity<DirectoryEventRecord>().HasIndex(row => new { row.DirectoryId, row.Id });
        modelBuilder.Entity<AuditRecord>(audit =>
        {
            audit.HasIndex(row => row.At);
            audit.HasIndex(row => new { row.DirectoryKey, row.Id });
        });
    }
}
