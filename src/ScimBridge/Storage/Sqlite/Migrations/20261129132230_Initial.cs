using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ScimBridge.Storage.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "AdminAccounts",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    UserName = table.Column<string>(type: "TEXT", nullable: false, collation: "BINARY"),
                    UserNameKey = table.Column<string>(type: "TEXT", nullable: false, collation: "BINARY"),
                    Role = table.Column<string>(type: "TEXT", nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false),
                    PasswordHash = table.Column<string>(type: "TEXT", nullable: true, collation: "BINARY"),
                    MustChangePassword = table.Column<bool>(type: "INTEGER", nullable: false),
                    SecurityStamp = table.Column<string>(type: "TEXT", nullable: false, collation: "BINARY"),
                    Issuer = table.Column<string>(type: "TEXT", nullable: true, collation: "BINARY"),
                    Subject = table.Column<string>(type: "TEXT", nullable: true, collation: "BINARY"),
                    Disabled = table.Column<bool>(type: "INTEGER", nullable: false),
                    WrongPasswords = table.Column<int>(type: "INTEGER", nullable: false),
                    LockedUntil = table.Column<long>(type: "INTEGER", nullable: true),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    CreatedBy = table.Column<string>(type: "TEXT", nullable: false, collation: "BINARY"),
                    LastSignInAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AdminAccounts", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "AdminSessions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    AccountId = table.Column<int>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    LastSeenAt = table.Column<long>(type: "INTEGER", nullable: false),
                    EndsAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Address = table.Column<string>(type: "TEXT", nullable: true, collation: "BINARY"),
                    Browser = table.Column<string>(type: "TEXT", nullable: true, collation: "BINARY")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AdminSessions", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ApiKeys",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false, collation: "BINARY"),
                    HeldNameKey = table.Column<string>(type: "TEXT", nullable: true, collation: "BINARY"),
                    Role = table.Column<string>(type: "TEXT", nullable: false),
                    Hash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Hint = table.Column<string>(type: "TEXT", nullable: false, collation: "BINARY"),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    CreatedBy = table.Column<string>(type: "TEXT", nullable: false, collation: "BINARY"),
                    ExpiresAt = table.Column<long>(type: "INTEGER", nullable: true),
                    LastUsedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    RevokedAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ApiKeys", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Audit",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    Actor = table.Column<string>(type: "TEXT", nullable: false, collation: "BINARY"),
                    Action = table.Column<string>(type: "TEXT", nullable: false, collation: "BINARY"),
                    DirectoryKey = table.Column<string>(type: "TEXT", nullable: true, collation: "BINARY"),
                    Target = table.Column<string>(type: "TEXT", nullable: true, collation: "BINARY"),
                    Detail = table.Column<string>(type: "TEXT", nullable: true, collation: "BINARY"),
                    RemoteAddress = table.Column<string>(type: "TEXT", nullable: true, collation: "BINARY")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Audit", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "DataProtectionKeys",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    FriendlyName = table.Column<string>(type: "TEXT", nullable: true, collation: "BINARY"),
                    Xml = table.Column<string>(type: "TEXT", nullable: true, collation: "BINARY")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DataProtectionKeys", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "DirectoryChecks",
                columns: table => new
                {
                    DirectoryId = table.Column<int>(type: "INTEGER", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    RunId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Failure = table.Column<string>(type: "TEXT", nullable: true, collation: "BINARY"),
                    Detail = table.Column<string>(type: "TEXT", nullable: true, collation: "BINARY"),
                    People = table.Column<int>(type: "INTEGER", nullable: false),
                    LeaversSeenAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Lifecycle = table.Column<string>(type: "TEXT", nullable: false, collation: "BINARY")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DirectoryChecks", x => x.DirectoryId);
                });

            migrationBuilder.CreateTable(
                name: "DirectoryEvents",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    DirectoryId = table.Column<int>(type: "INTEGER", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", nullable: false, collation: "BINARY"),
                    Detail = table.Column<string>(type: "TEXT", nullable: false, collation: "BINARY"),
                    RunId = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DirectoryEvents", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "DirectoryVersions",
                columns: table => new
                {
                    DirectoryId = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    RunId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Users = table.Column<int>(type: "INTEGER", nullable: false),
                    ActiveUsers = table.Column<int>(type: "INTEGER", nullable: false),
                    Groups = table.Column<int>(type: "INTEGER", nullable: false),
                    CustomAttributes = table.Column<string>(type: "TEXT", nullable: true, collation: "BINARY")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DirectoryVersions", x => new { x.DirectoryId, x.Version });
                });

            migrationBuilder.CreateTable(
                name: "DirtyEmployees",
                columns: table => new
                {
                    DirectoryId = table.Column<int>(type: "INTEGER", nullable: false),
                    EmployeeId = table.Column<string>(type: "TEXT", nullable: false, collation: "BINARY"),
                    FirstAt = table.Column<long>(type: "INTEGER", nullable: false),
                    LastAt = table.Column<long>(type: "INTEGER", nullable: false),
                    DueAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DirtyEmployees", x => new { x.DirectoryId, x.EmployeeId });
                });

            migrationBuilder.CreateTable(
                name: "FieldReports",
                columns: table => new
                {
                    DirectoryId = table.Column<int>(type: "INTEGER", nullable: false),
                    Field = table.Column<string>(type: "TEXT", nullable: false, collation: "BINARY"),
                    Name = table.Column<string>(type: "TEXT", nullable: false, collation: "BINARY"),
                    Category = table.Column<string>(type: "TEXT", nullable: false, collation: "BINARY"),
                    Permission = table.Column<string>(type: "TEXT", nullable: false, collation: "BINARY"),
                    MenuPath = table.Column<string>(type: "TEXT", nullable: false, collation: "BINARY"),
                    Attributes = table.Column<string>(type: "TEXT", nullable: false, collation: "BINARY"),
                    Known = table.Column<bool>(type: "INTEGER", nullable: false),
                    People = table.Column<int>(type: "INTEGER", nullable: false),
                    Seen = table.Column<int>(type: "INTEGER", nullable: false),
                    Present = table.Column<int>(type: "INTEGER", nullable: false),
                    LastSeenAt = table.Column<long>(type: "INTEGER", nullable: true),
                    UnseenSince = table.Column<long>(type: "INTEGER", nullable: true),
                    CheckedAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FieldReports", x => new { x.DirectoryId, x.Field });
                });

            migrationBuilder.CreateTable(
                name: "Groups",
                columns: table => new
                {
                    RowId = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    DirectoryId = table.Column<int>(type: "INTEGER", nullable: false),
                    ValidFrom = table.Column<int>(type: "INTEGER", nullable: false),
                    ValidTo = table.Column<int>(type: "INTEGER", nullable: false),
                    Ordinal = table.Column<int>(type: "INTEGER", nullable: false),
                    Id = table.Column<string>(type: "TEXT", nullable: true, collation: "BINARY"),
                    ExternalId = table.Column<string>(type: "TEXT", nullable: false, collation: "BINARY"),
                    DisplayName = table.Column<string>(type: "TEXT", nullable: false, collation: "BINARY"),
                    DisplayNameKey = table.Column<string>(type: "TEXT", nullable: false, collation: "BINARY"),
                    ItemPath = table.Column<string>(type: "TEXT", nullable: true, collation: "BINARY"),
                    Members = table.Column<int>(type: "INTEGER", nullable: false),
                    Created = table.Column<long>(type: "INTEGER", nullable: false),
                    LastModified = table.Column<long>(type: "INTEGER", nullable: false),
                    Search = table.Column<string>(type: "TEXT", nullable: false, collation: "BINARY"),
                    Hash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Body = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Groups", x => x.RowId);
                });

            migrationBuilder.CreateTable(
                name: "HrCatalogues",
                columns: table => new
                {
                    DirectoryId = table.Column<int>(type: "INTEGER", nullable: false),
                    ListsAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Lists = table.Column<byte[]>(type: "BLOB", nullable: true),
                    FieldsAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Fields = table.Column<byte[]>(type: "BLOB", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_HrCatalogues", x => x.DirectoryId);
                });

            migrationBuilder.CreateTable(
                name: "Memberships",
                columns: table => new
                {
                    RowId = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    DirectoryId = table.Column<int>(type: "INTEGER", nullable: false),
                    ValidFrom = table.Column<int>(type: "INTEGER", nullable: false),
                    ValidTo = table.Column<int>(type: "INTEGER", nullable: false),
                    GroupId = table.Column<string>(type: "TEXT", nullable: false, collation: "BINARY"),
                    UserOrdinal = table.Column<int>(type: "INTEGER", nullable: false),
                    UserId = table.Column<string>(type: "TEXT", nullable: false, collation: "BINARY"),
                    Display = table.Column<string>(type: "TEXT", nullable: true, collation: "BINARY"),
                    DisplayKey = table.Column<string>(type: "TEXT", nullable: true, collation: "BINARY")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Memberships", x => x.RowId);
                });

            migrationBuilder.CreateTable(
                name: "Organizations",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Name = table.Column<string>(type: "TEXT", nullable: false, collation: "BINARY"),
                    NameKey = table.Column<string>(type: "TEXT", nullable: false, collation: "BINARY"),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Organizations", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "PageAnchors",
                columns: table => new
                {
                    RowId = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    DirectoryId = table.Column<int>(type: "INTEGER", nullable: false),
                    ValidFrom = table.Column<int>(type: "INTEGER", nullable: false),
                    ValidTo = table.Column<int>(type: "INTEGER", nullable: false),
                    List = table.Column<int>(type: "INTEGER", nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    Ordinal = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PageAnchors", x => x.RowId);
                });

            migrationBuilder.CreateTable(
                name: "PlanChanges",
                columns: table => new
                {
                    RowId = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    RunId = table.Column<Guid>(type: "TEXT", nullable: false),
                    DirectoryId = table.Column<int>(type: "INTEGER", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", nullable: false),
                    ResourceType = table.Column<string>(type: "TEXT", nullable: false, collation: "BINARY"),
                    ResourceId = table.Column<string>(type: "TEXT", nullable: false, collation: "BINARY"),
                    ExternalId = table.Column<string>(type: "TEXT", nullable: false, collation: "BINARY"),
                    DisplayName = table.Column<string>(type: "TEXT", nullable: true, collation: "BINARY"),
                    MemberId = table.Column<string>(type: "TEXT", nullable: true, collation: "BINARY"),
                    Reason = table.Column<string>(type: "TEXT", nullable: true, collation: "BINARY"),
                    Attributes = table.Column<string>(type: "TEXT", nullable: true, collation: "BINARY"),
                    Hash = table.Column<byte[]>(type: "BLOB", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PlanChanges", x => x.RowId);
                });

            migrationBuilder.CreateTable(
                name: "PlanPeople",
                columns: table => new
                {
                    RunId = table.Column<Guid>(type: "TEXT", nullable: false),
                    EmployeeId = table.Column<string>(type: "TEXT", nullable: false, collation: "BINARY"),
                    DirectoryId = table.Column<int>(type: "INTEGER", nullable: false),
                    Source = table.Column<byte[]>(type: "BLOB", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PlanPeople", x => new { x.RunId, x.EmployeeId });
                });

            migrationBuilder.CreateTable(
                name: "Plans",
                columns: table => new
                {
                    RunId = table.Column<Guid>(type: "TEXT", nullable: false),
                    DirectoryId = table.Column<int>(type: "INTEGER", nullable: false),
                    State = table.Column<string>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    BaseVersion = table.Column<int>(type: "INTEGER", nullable: false),
                    Digest = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Changes = table.Column<int>(type: "INTEGER", nullable: false),
                    Objections = table.Column<string>(type: "TEXT", nullable: true, collation: "BINARY"),
                    Input = table.Column<byte[]>(type: "BLOB", nullable: true),
                    RollbackTo = table.Column<int>(type: "INTEGER", nullable: true),
                    DecidedBy = table.Column<string>(type: "TEXT", nullable: true, collation: "BINARY"),
                    DecidedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    DecisionNote = table.Column<string>(type: "TEXT", nullable: true, collation: "BINARY")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Plans", x => x.RunId);
                });

            migrationBuilder.CreateTable(
                name: "Rules",
                columns: table => new
                {
                    DirectoryId = table.Column<int>(type: "INTEGER", nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false),
                    Json = table.Column<string>(type: "TEXT", nullable: false, collation: "BINARY"),
                    SavedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    SavedBy = table.Column<string>(type: "TEXT", nullable: false, collation: "BINARY"),
                    Note = table.Column<string>(type: "TEXT", nullable: true, collation: "BINARY")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Rules", x => new { x.DirectoryId, x.Revision });
                });

            migrationBuilder.CreateTable(
                name: "ScimTokens",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    DirectoryId = table.Column<int>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false, collation: "BINARY"),
                    HeldNameKey = table.Column<string>(type: "TEXT", nullable: true, collation: "BINARY"),
                    Origin = table.Column<string>(type: "TEXT", nullable: false),
                    Scopes = table.Column<int>(type: "INTEGER", nullable: false),
                    Restriction = table.Column<string>(type: "TEXT", nullable: true, collation: "BINARY"),
                    Hash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Hint = table.Column<string>(type: "TEXT", nullable: false, collation: "BINARY"),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    CreatedBy = table.Column<string>(type: "TEXT", nullable: false, collation: "BINARY"),
                    ExpiresAt = table.Column<long>(type: "INTEGER", nullable: true),
                    LastUsedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    RevokedAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ScimTokens", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "SetupLinks",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    DirectoryId = table.Column<int>(type: "INTEGER", nullable: false),
                    Hash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    CreatedBy = table.Column<string>(type: "TEXT", nullable: false, collation: "BINARY"),
                    ExpiresAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    UsedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    EndedAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SetupLinks", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "SourceBudgets",
                columns: table => new
                {
                    DirectoryId = table.Column<int>(type: "INTEGER", nullable: false),
                    Endpoint = table.Column<string>(type: "TEXT", nullable: false, collation: "BINARY"),
                    Limit = table.Column<long>(type: "INTEGER", nullable: true),
                    Remaining = table.Column<long>(type: "INTEGER", nullable: false),
                    ResetsAt = table.Column<long>(type: "INTEGER", nullable: false),
                    SeenAt = table.Column<long>(type: "INTEGER", nullable: false),
                    WaitedAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SourceBudgets", x => new { x.DirectoryId, x.Endpoint });
                });

            migrationBuilder.CreateTable(
                name: "SyncIssues",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    RunId = table.Column<Guid>(type: "TEXT", nullable: false),
                    EmployeeId = table.Column<string>(type: "TEXT", nullable: true, collation: "BINARY"),
                    Code = table.Column<string>(type: "TEXT", nullable: false, collation: "BINARY"),
                    Detail = table.Column<string>(type: "TEXT", nullable: false, collation: "BINARY"),
                    Advice = table.Column<string>(type: "TEXT", nullable: false, collation: "BINARY")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SyncIssues", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "SyncRuns",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    DirectoryId = table.Column<int>(type: "INTEGER", nullable: false),
                    Trigger = table.Column<string>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", nullable: false),
                    RequestedBy = table.Column<string>(type: "TEXT", nullable: true, collation: "BINARY"),
                    Subject = table.Column<string>(type: "TEXT", nullable: true, collation: "BINARY"),
                    State = table.Column<string>(type: "TEXT", nullable: false),
                    WaitingSlot = table.Column<int>(type: "INTEGER", nullable: true),
                    RequestedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    StartedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    FinishedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Stage = table.Column<string>(type: "TEXT", nullable: false),
                    Outcome = table.Column<string>(type: "TEXT", nullable: true),
                    CancelRequestedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    CancelRequestedBy = table.Column<string>(type: "TEXT", nullable: true, collation: "BINARY"),
                    Planned = table.Column<int>(type: "INTEGER", nullable: false),
                    Applied = table.Column<int>(type: "INTEGER", nullable: false),
                    RulesRevision = table.Column<int>(type: "INTEGER", nullable: false),
                    CheckSummary = table.Column<string>(type: "TEXT", nullable: true, collation: "BINARY"),
                    Read = table.Column<int>(type: "INTEGER", nullable: false),
                    Created = table.Column<int>(type: "INTEGER", nullable: false),
                    Updated = table.Column<int>(type: "INTEGER", nullable: false),
                    Deactivated = table.Column<int>(type: "INTEGER", nullable: false),
                    Reactivated = table.Column<int>(type: "INTEGER", nullable: false),
                    Deleted = table.Column<int>(type: "INTEGER", nullable: false),
                    Unchanged = table.Column<int>(type: "INTEGER", nullable: false),
                    Rejected = table.Column<int>(type: "INTEGER", nullable: false),
                    GroupsChanged = table.Column<int>(type: "INTEGER", nullable: false),
                    MembersAdded = table.Column<int>(type: "INTEGER", nullable: false),
                    MembersRemoved = table.Column<int>(type: "INTEGER", nullable: false),
                    OutOfScope = table.Column<int>(type: "INTEGER", nullable: false),
                    ErrorReason = table.Column<string>(type: "TEXT", nullable: true, collation: "BINARY"),
                    ErrorDetail = table.Column<string>(type: "TEXT", nullable: true, collation: "BINARY"),
                    VersionBefore = table.Column<int>(type: "INTEGER", nullable: true),
                    VersionAfter = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SyncRuns", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "UserEmails",
                columns: table => new
                {
                    RowId = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    DirectoryId = table.Column<int>(type: "INTEGER", nullable: false),
                    ValidFrom = table.Column<int>(type: "INTEGER", nullable: false),
                    ValidTo = table.Column<int>(type: "INTEGER", nullable: false),
                    UserId = table.Column<string>(type: "TEXT", nullable: false, collation: "BINARY"),
                    Value = table.Column<string>(type: "TEXT", nullable: false, collation: "BINARY"),
                    ValueKey = table.Column<string>(type: "TEXT", nullable: false, collation: "BINARY"),
                    Type = table.Column<string>(type: "TEXT", nullable: true, collation: "BINARY")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_UserEmails", x => x.RowId);
                });

            migrationBuilder.CreateTable(
                name: "Users",
                columns: table => new
                {
                    RowId = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    DirectoryId = table.Column<int>(type: "INTEGER", nullable: false),
                    ValidFrom = table.Column<int>(type: "INTEGER", nullable: false),
                    ValidTo = table.Column<int>(type: "INTEGER", nullable: false),
                    Ordinal = table.Column<int>(type: "INTEGER", nullable: false),
                    Id = table.Column<string>(type: "TEXT", nullable: true, collation: "BINARY"),
                    ExternalId = table.Column<string>(type: "TEXT", nullable: false, collation: "BINARY"),
                    UserName = table.Column<string>(type: "TEXT", nullable: false, collation: "BINARY"),
                    UserNameKey = table.Column<string>(type: "TEXT", nullable: false, collation: "BINARY"),
                    DisplayName = table.Column<string>(type: "TEXT", nullable: true, collation: "BINARY"),
                    DisplayNameKey = table.Column<string>(type: "TEXT", nullable: true, collation: "BINARY"),
                    Active = table.Column<bool>(type: "INTEGER", nullable: false),
                    Created = table.Column<long>(type: "INTEGER", nullable: false),
                    LastModified = table.Column<long>(type: "INTEGER", nullable: false),
                    MissingSince = table.Column<long>(type: "INTEGER", nullable: true),
                    ReadAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", nullable: false, collation: "BINARY"),
                    OutOfScopeSince = table.Column<long>(type: "INTEGER", nullable: true),
                    GivenName = table.Column<string>(type: "TEXT", nullable: true, collation: "BINARY"),
                    FamilyName = table.Column<string>(type: "TEXT", nullable: true, collation: "BINARY"),
                    FamilyNameKey = table.Column<string>(type: "TEXT", nullable: true, collation: "BINARY"),
                    Title = table.Column<string>(type: "TEXT", nullable: true, collation: "BINARY"),
                    TitleKey = table.Column<string>(type: "TEXT", nullable: true, collation: "BINARY"),
                    UserType = table.Column<string>(type: "TEXT", nullable: true, collation: "BINARY"),
                    EmployeeNumber = table.Column<string>(type: "TEXT", nullable: true, collation: "BINARY"),
                    EmployeeNumberKey = table.Column<string>(type: "TEXT", nullable: true, collation: "BINARY"),
                    Department = table.Column<string>(type: "TEXT", nullable: true, collation: "BINARY"),
                    DepartmentKey = table.Column<string>(type: "TEXT", nullable: true, collation: "BINARY"),
                    Site = table.Column<string>(type: "TEXT", nullable: true, collation: "BINARY"),
                    ManagerId = table.Column<string>(type: "TEXT", nullable: true, collation: "BINARY"),
                    LifecycleStatus = table.Column<string>(type: "TEXT", nullable: true, collation: "BINARY"),
                    StartDate = table.Column<string>(type: "TEXT", nullable: true, collation: "BINARY"),
                    TerminationDate = table.Column<string>(type: "TEXT", nullable: true, collation: "BINARY"),
                    Attributes = table.Column<long>(type: "INTEGER", nullable: false),
                    Search = table.Column<string>(type: "TEXT", nullable: false, collation: "BINARY"),
                    InputHash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Hash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Body = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Source = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Users", x => x.RowId);
                });

            migrationBuilder.CreateTable(
                name: "WebhookDeliveries",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    DirectoryId = table.Column<int>(type: "INTEGER", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    BodyHash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Type = table.Column<string>(type: "TEXT", nullable: true, collation: "BINARY"),
                    EmployeeId = table.Column<string>(type: "TEXT", nullable: true, collation: "BINARY"),
                    Result = table.Column<string>(type: "TEXT", nullable: false, collation: "BINARY")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_WebhookDeliveries", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Directories",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Key = table.Column<string>(type: "TEXT", nullable: false, collation: "BINARY"),
                    Name = table.Column<string>(type: "TEXT", nullable: false, collation: "BINARY"),
                    OrganizationId = table.Column<int>(type: "INTEGER", nullable: false),
                    Origin = table.Column<string>(type: "TEXT", nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false),
                    BaseUrl = table.Column<string>(type: "TEXT", nullable: false, collation: "BINARY"),
                    ServiceUserId = table.Column<string>(type: "TEXT", nullable: true, collation: "BINARY"),
                    ProtectedToken = table.Column<string>(type: "TEXT", nullable: true, collation: "BINARY"),
                    TokenHint = table.Column<string>(type: "TEXT", nullable: true, collation: "BINARY"),
                    CredentialsSetAt = table.Column<long>(type: "INTEGER", nullable: true),
                    UnlinkedSince = table.Column<long>(type: "INTEGER", nullable: true),
                    IntervalMinutes = table.Column<int>(type: "INTEGER", nullable: false),
                    IncludeHomeAddress = table.Column<bool>(type: "INTEGER", nullable: false),
                    DeleteMissingAfterDays = table.Column<int>(type: "INTEGER", nullable: false),
                    Paused = table.Column<bool>(type: "INTEGER", nullable: false),
                    PausedSince = table.Column<long>(type: "INTEGER", nullable: true),
                    DeletingSince = table.Column<long>(type: "INTEGER", nullable: true),
                    DeleteAfter = table.Column<long>(type: "INTEGER", nullable: true),
                    SyncPausedSince = table.Column<long>(type: "INTEGER", nullable: true),
                    SyncPauseReason = table.Column<string>(type: "TEXT", nullable: true, collation: "BINARY"),
                    RulesRevision = table.Column<int>(type: "INTEGER", nullable: false),
                    AppliedRulesRevision = table.Column<int>(type: "INTEGER", nullable: false),
                    GatePeople = table.Column<int>(type: "INTEGER", nullable: false),
                    GatePercent = table.Column<int>(type: "INTEGER", nullable: false),
                    GateAttributePercent = table.Column<int>(type: "INTEGER", nullable: false),
                    HistoryDays = table.Column<int>(type: "INTEGER", nullable: false),
                    PlanDays = table.Column<int>(type: "INTEGER", nullable: false),
                    ProtectedWebhookSecret = table.Column<string>(type: "TEXT", nullable: true, collation: "BINARY"),
                    HeldRunId = table.Column<Guid>(type: "TEXT", nullable: true),
                    HeldSince = table.Column<long>(type: "INTEGER", nullable: true),
                    FailuresInARow = table.Column<int>(type: "INTEGER", nullable: false),
                    NotBefore = table.Column<long>(type: "INTEGER", nullable: true),
                    LastState = table.Column<string>(type: "TEXT", nullable: true, collation: "BINARY"),
                    LastStateAt = table.Column<long>(type: "INTEGER", nullable: true),
                    OldestVersion = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Applying = table.Column<int>(type: "INTEGER", nullable: true),
                    NextUserOrdinal = table.Column<int>(type: "INTEGER", nullable: false),
                    NextGroupOrdinal = table.Column<int>(type: "INTEGER", nullable: false),
                    FirstSyncAt = table.Column<long>(type: "INTEGER", nullable: true),
                    LastSyncStartedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    LastSyncFinishedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    LastGoodReadAt = table.Column<long>(type: "INTEGER", nullable: true),
                    CredentialsRefusedSince = table.Column<long>(type: "INTEGER", nullable: true),
                    LeaseOwner = table.Column<Guid>(type: "TEXT", nullable: true),
                    LeaseUntil = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Directories", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Directories_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_AdminAccounts_Issuer_Subject",
                table: "AdminAccounts",
                columns: new[] { "Issuer", "Subject" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_AdminAccounts_UserNameKey",
                table: "AdminAccounts",
                column: "UserNameKey",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_AdminSessions_AccountId",
                table: "AdminSessions",
                column: "AccountId");

            migrationBuilder.CreateIndex(
                name: "IX_ApiKeys_Hash",
                table: "ApiKeys",
                column: "Hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ApiKeys_HeldNameKey",
                table: "ApiKeys",
                column: "HeldNameKey",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Audit_At",
                table: "Audit",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_Audit_DirectoryKey_Id",
                table: "Audit",
                columns: new[] { "DirectoryKey", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Directories_Key",
                table: "Directories",
                column: "Key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Directories_OrganizationId",
                table: "Directories",
                column: "OrganizationId");

            migrationBuilder.CreateIndex(
                name: "IX_DirectoryEvents_DirectoryId_Id",
                table: "DirectoryEvents",
                columns: new[] { "DirectoryId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_DirtyEmployees_DirectoryId_DueAt",
                table: "DirtyEmployees",
                columns: new[] { "DirectoryId", "DueAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Groups_DirectoryId_DisplayNameKey_ValidTo",
                table: "Groups",
                columns: new[] { "DirectoryId", "DisplayNameKey", "ValidTo" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Groups_DirectoryId_ExternalId_ValidTo",
                table: "Groups",
                columns: new[] { "DirectoryId", "ExternalId", "ValidTo" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Groups_DirectoryId_Id_ValidTo",
                table: "Groups",
                columns: new[] { "DirectoryId", "Id", "ValidTo" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Groups_DirectoryId_Ordinal_ValidFrom_ValidTo",
                table: "Groups",
                columns: new[] { "DirectoryId", "Ordinal", "ValidFrom", "ValidTo" });

            migrationBuilder.CreateIndex(
                name: "IX_Memberships_DirectoryId_GroupId_UserOrdinal_ValidTo",
                table: "Memberships",
                columns: new[] { "DirectoryId", "GroupId", "UserOrdinal", "ValidTo" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Memberships_DirectoryId_UserId_ValidTo",
                table: "Memberships",
                columns: new[] { "DirectoryId", "UserId", "ValidTo" });

            migrationBuilder.CreateIndex(
                name: "IX_Organizations_NameKey",
                table: "Organizations",
                column: "NameKey",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PageAnchors_DirectoryId_List_Position_ValidTo",
                table: "PageAnchors",
                columns: new[] { "DirectoryId", "List", "Position", "ValidTo" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PlanChanges_DirectoryId_ResourceId_RowId",
                table: "PlanChanges",
                columns: new[] { "DirectoryId", "ResourceId", "RowId" });

            migrationBuilder.CreateIndex(
                name: "IX_PlanChanges_RunId_RowId",
                table: "PlanChanges",
                columns: new[] { "RunId", "RowId" });

            migrationBuilder.CreateIndex(
                name: "IX_PlanPeople_DirectoryId_EmployeeId",
                table: "PlanPeople",
                columns: new[] { "DirectoryId", "EmployeeId" });

            migrationBuilder.CreateIndex(
                name: "IX_Plans_DirectoryId_At",
                table: "Plans",
                columns: new[] { "DirectoryId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_ScimTokens_DirectoryId_HeldNameKey",
                table: "ScimTokens",
                columns: new[] { "DirectoryId", "HeldNameKey" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ScimTokens_Hash",
                table: "ScimTokens",
                column: "Hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SetupLinks_DirectoryId",
                table: "SetupLinks",
                column: "DirectoryId");

            migrationBuilder.CreateIndex(
                name: "IX_SetupLinks_Hash",
                table: "SetupLinks",
                column: "Hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SyncIssues_RunId",
                table: "SyncIssues",
                column: "RunId");

            migrationBuilder.CreateIndex(
                name: "IX_SyncRuns_DirectoryId_RequestedAt",
                table: "SyncRuns",
                columns: new[] { "DirectoryId", "RequestedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_SyncRuns_DirectoryId_WaitingSlot",
                table: "SyncRuns",
                columns: new[] { "DirectoryId", "WaitingSlot" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_UserEmails_DirectoryId_UserId_ValidTo",
                table: "UserEmails",
                columns: new[] { "DirectoryId", "UserId", "ValidTo" });

            migrationBuilder.CreateIndex(
                name: "IX_UserEmails_DirectoryId_ValueKey_ValidTo",
                table: "UserEmails",
                columns: new[] { "DirectoryId", "ValueKey", "ValidTo" });

            migrationBuilder.CreateIndex(
                name: "IX_Users_DirectoryId_EmployeeNumberKey",
                table: "Users",
                columns: new[] { "DirectoryId", "EmployeeNumberKey" });

            migrationBuilder.CreateIndex(
                name: "IX_Users_DirectoryId_ExternalId_ValidTo",
                table: "Users",
                columns: new[] { "DirectoryId", "ExternalId", "ValidTo" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Users_DirectoryId_Id_ValidTo",
                table: "Users",
                columns: new[] { "DirectoryId", "Id", "ValidTo" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Users_DirectoryId_LastModified_ValidFrom_ValidTo_Ordinal",
                table: "Users",
                columns: new[] { "DirectoryId", "LastModified", "ValidFrom", "ValidTo", "Ordinal" });

            migrationBuilder.CreateIndex(
                name: "IX_Users_DirectoryId_Ordinal_ValidFrom_ValidTo",
                table: "Users",
                columns: new[] { "DirectoryId", "Ordinal", "ValidFrom", "ValidTo" });

            migrationBuilder.CreateIndex(
                name: "IX_Users_DirectoryId_UserNameKey_ValidTo",
                table: "Users",
                columns: new[] { "DirectoryId", "UserNameKey", "ValidTo" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_WebhookDeliveries_DirectoryId_At",
                table: "WebhookDeliveries",
                columns: new[] { "DirectoryId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_WebhookDeliveries_DirectoryId_BodyHash",
                table: "WebhookDeliveries",
                columns: new[] { "DirectoryId", "BodyHash" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AdminAccounts");

            migrationBuilder.DropTable(
                name: "AdminSessions");

            migrationBuilder.DropTable(
                name: "ApiKeys");

            migrationBuilder.DropTable(
                name: "Audit");

            migrationBuilder.DropTable(
                name: "DataProtectionKeys");

            migrationBuilder.DropTable(
                name: "Directories");

            migrationBuilder.DropTable(
                name: "DirectoryChecks");

            migrationBuilder.DropTable(
                name: "DirectoryEvents");

            migrationBuilder.DropTable(
                name: "DirectoryVersions");

            migrationBuilder.DropTable(
                name: "DirtyEmployees");

            migrationBuilder.DropTable(
                name: "FieldReports");

            migrationBuilder.DropTable(
                name: "Groups");

            migrationBuilder.DropTable(
                name: "HrCatalogues");

            migrationBuilder.DropTable(
                name: "Memberships");

            migrationBuilder.DropTable(
                name: "PageAnchors");

            migrationBuilder.DropTable(
                name: "PlanChanges");

            migrationBuilder.DropTable(
                name: "PlanPeople");

            migrationBuilder.DropTable(
                name: "Plans");

            migrationBuilder.DropTable(
                name: "Rules");

            migrationBuilder.DropTable(
                name: "ScimTokens");

            migrationBuilder.DropTable(
                name: "SetupLinks");

            migrationBuilder.DropTable(
                name: "SourceBudgets");

            migrationBuilder.DropTable(
                name: "SyncIssues");

            migrationBuilder.DropTable(
                name: "SyncRuns");

            migrationBuilder.DropTable(
                name: "UserEmails");

            migrationBuilder.DropTable(
                name: "Users");

            migrationBuilder.DropTable(
                name: "WebhookDeliveries");

            migrationBuilder.DropTable(
                name: "Organizations");
        }
    }
}
