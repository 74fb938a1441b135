using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace ScimBridge.Storage.Postgres.Migrations
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
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    UserName = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    UserNameKey = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Role = table.Column<string>(type: "text", nullable: false),
                    Revision = table.Column<int>(type: "integer", nullable: false),
                    PasswordHash = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    MustChangePassword = table.Column<bool>(type: "boolean", nullable: false),
                    SecurityStamp = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Issuer = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Subject = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Disabled = table.Column<bool>(type: "boolean", nullable: false),
                    WrongPasswords = table.Column<int>(type: "integer", nullable: false),
                    LockedUntil = table.Column<long>(type: "bigint", nullable: true),
                    CreatedAt = table.Column<long>(type: "bigint", nullable: false),
                    CreatedBy = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    LastSignInAt = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AdminAccounts", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "AdminSessions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    AccountId = table.Column<int>(type: "integer", nullable: false),
                    CreatedAt = table.Column<long>(type: "bigint", nullable: false),
                    LastSeenAt = table.Column<long>(type: "bigint", nullable: false),
                    EndsAt = table.Column<long>(type: "bigint", nullable: false),
                    Address = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Browser = table.Column<string>(type: "text", nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AdminSessions", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ApiKeys",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    HeldNameKey = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Role = table.Column<string>(type: "text", nullable: false),
                    Hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    Hint = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    CreatedAt = table.Column<long>(type: "bigint", nullable: false),
                    CreatedBy = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    ExpiresAt = table.Column<long>(type: "bigint", nullable: true),
                    LastUsedAt = table.Column<long>(type: "bigint", nullable: true),
                    RevokedAt = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ApiKeys", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Audit",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    At = table.Column<long>(type: "bigint", nullable: false),
                    Actor = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Action = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    DirectoryKey = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Target = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Detail = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    RemoteAddress = table.Column<string>(type: "text", nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Audit", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "DataProtectionKeys",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    FriendlyName = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Xml = table.Column<string>(type: "text", nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DataProtectionKeys", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "DirectoryChecks",
                columns: table => new
                {
                    DirectoryId = table.Column<int>(type: "integer", nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false),
                    RunId = table.Column<Guid>(type: "uuid", nullable: true),
                    Failure = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Detail = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    People = table.Column<int>(type: "integer", nullable: false),
                    LeaversSeenAt = table.Column<long>(type: "bigint", nullable: true),
                    Lifecycle = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DirectoryChecks", x => x.DirectoryId);
                });

            migrationBuilder.CreateTable(
                name: "DirectoryEvents",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    DirectoryId = table.Column<int>(type: "integer", nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false),
                    Kind = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Detail = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    RunId = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DirectoryEvents", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "DirectoryVersions",
                columns: table => new
                {
                    DirectoryId = table.Column<int>(type: "integer", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false),
                    RunId = table.Column<Guid>(type: "uuid", nullable: false),
                    Users = table.Column<int>(type: "integer", nullable: false),
                    ActiveUsers = table.Column<int>(type: "integer", nullable: false),
                    Groups = table.Column<int>(type: "integer", nullable: false),
                    CustomAttributes = table.Column<string>(type: "text", nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DirectoryVersions", x => new { x.DirectoryId, x.Version });
                });

            migrationBuilder.CreateTable(
                name: "DirtyEmployees",
                columns: table => new
                {
                    DirectoryId = table.Column<int>(type: "integer", nullable: false),
                    EmployeeId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    FirstAt = table.Column<long>(type: "bigint", nullable: false),
                    LastAt = table.Column<long>(type: "bigint", nullable: false),
                    DueAt = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DirtyEmployees", x => new { x.DirectoryId, x.EmployeeId });
                });

            migrationBuilder.CreateTable(
                name: "FieldReports",
                columns: table => new
                {
                    DirectoryId = table.Column<int>(type: "integer", nullable: false),
                    Field = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Category = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Permission = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    MenuPath = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Attributes = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Known = table.Column<bool>(type: "boolean", nullable: false),
                    People = table.Column<int>(type: "integer", nullable: false),
                    Seen = table.Column<int>(type: "integer", nullable: false),
                    Present = table.Column<int>(type: "integer", nullable: false),
                    LastSeenAt = table.Column<long>(type: "bigint", nullable: true),
                    UnseenSince = table.Column<long>(type: "bigint", nullable: true),
                    CheckedAt = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FieldReports", x => new { x.DirectoryId, x.Field });
                });

            migrationBuilder.CreateTable(
                name: "Groups",
                columns: table => new
                {
                    RowId = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    DirectoryId = table.Column<int>(type: "integer", nullable: false),
                    ValidFrom = table.Column<int>(type: "integer", nullable: false),
                    ValidTo = table.Column<int>(type: "integer", nullable: false),
                    Ordinal = table.Column<int>(type: "integer", nullable: false),
                    Id = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    ExternalId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    DisplayName = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    DisplayNameKey = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    ItemPath = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Members = table.Column<int>(type: "integer", nullable: false),
                    Created = table.Column<long>(type: "bigint", nullable: false),
                    LastModified = table.Column<long>(type: "bigint", nullable: false),
                    Search = table.Column<string>(type: "jsonb", nullable: false),
                    Hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    Body = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Groups", x => x.RowId);
                });

            migrationBuilder.CreateTable(
                name: "HrCatalogues",
                columns: table => new
                {
                    DirectoryId = table.Column<int>(type: "integer", nullable: false),
                    ListsAt = table.Column<long>(type: "bigint", nullable: true),
                    Lists = table.Column<byte[]>(type: "bytea", nullable: true),
                    FieldsAt = table.Column<long>(type: "bigint", nullable: true),
                    Fields = table.Column<byte[]>(type: "bytea", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_HrCatalogues", x => x.DirectoryId);
                });

            migrationBuilder.CreateTable(
                name: "Memberships",
                columns: table => new
                {
                    RowId = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    DirectoryId = table.Column<int>(type: "integer", nullable: false),
                    ValidFrom = table.Column<int>(type: "integer", nullable: false),
                    ValidTo = table.Column<int>(type: "integer", nullable: false),
                    GroupId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    UserOrdinal = table.Column<int>(type: "integer", nullable: false),
                    UserId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Display = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    DisplayKey = table.Column<string>(type: "text", nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Memberships", x => x.RowId);
                });

            migrationBuilder.CreateTable(
                name: "Organizations",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    NameKey = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Revision = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Organizations", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "PageAnchors",
                columns: table => new
                {
                    RowId = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    DirectoryId = table.Column<int>(type: "integer", nullable: false),
                    ValidFrom = table.Column<int>(type: "integer", nullable: false),
                    ValidTo = table.Column<int>(type: "integer", nullable: false),
                    List = table.Column<int>(type: "integer", nullable: false),
                    Position = table.Column<int>(type: "integer", nullable: false),
                    Ordinal = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PageAnchors", x => x.RowId);
                });

            migrationBuilder.CreateTable(
                name: "PlanChanges",
                columns: table => new
                {
                    RowId = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    RunId = table.Column<Guid>(type: "uuid", nullable: false),
                    DirectoryId = table.Column<int>(type: "integer", nullable: false),
                    Kind = table.Column<string>(type: "text", nullable: false),
                    ResourceType = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    ResourceId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    ExternalId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    DisplayName = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    MemberId = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Reason = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Attributes = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Hash = table.Column<byte[]>(type: "bytea", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PlanChanges", x => x.RowId);
                });

            migrationBuilder.CreateTable(
                name: "PlanPeople",
                columns: table => new
                {
                    RunId = table.Column<Guid>(type: "uuid", nullable: false),
                    EmployeeId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    DirectoryId = table.Column<int>(type: "integer", nullable: false),
                    Source = table.Column<byte[]>(type: "bytea", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PlanPeople", x => new { x.RunId, x.EmployeeId });
                });

            migrationBuilder.CreateTable(
                name: "Plans",
                columns: table => new
                {
                    RunId = table.Column<Guid>(type: "uuid", nullable: false),
                    DirectoryId = table.Column<int>(type: "integer", nullable: false),
                    State = table.Column<string>(type: "text", nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false),
                    BaseVersion = table.Column<int>(type: "integer", nullable: false),
                    Digest = table.Column<byte[]>(type: "bytea", nullable: false),
                    Changes = table.Column<int>(type: "integer", nullable: false),
                    Objections = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Input = table.Column<byte[]>(type: "bytea", nullable: true),
                    RollbackTo = table.Column<int>(type: "integer", nullable: true),
                    DecidedBy = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    DecidedAt = table.Column<long>(type: "bigint", nullable: true),
                    DecisionNote = table.Column<string>(type: "text", nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Plans", x => x.RunId);
                });

            migrationBuilder.CreateTable(
                name: "Rules",
                columns: table => new
                {
                    DirectoryId = table.Column<int>(type: "integer", nullable: false),
                    Revision = table.Column<int>(type: "integer", nullable: false),
                    Json = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    SavedAt = table.Column<long>(type: "bigint", nullable: false),
                    SavedBy = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Note = table.Column<string>(type: "text", nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Rules", x => new { x.DirectoryId, x.Revision });
                });

            migrationBuilder.CreateTable(
                name: "ScimTokens",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    DirectoryId = table.Column<int>(type: "integer", nullable: false),
                    Name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    HeldNameKey = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Origin = table.Column<string>(type: "text", nullable: false),
                    Scopes = table.Column<int>(type: "integer", nullable: false),
                    Restriction = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    Hint = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    CreatedAt = table.Column<long>(type: "bigint", nullable: false),
                    CreatedBy = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    ExpiresAt = table.Column<long>(type: "bigint", nullable: true),
                    LastUsedAt = table.Column<long>(type: "bigint", nullable: true),
                    RevokedAt = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ScimTokens", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "SetupLinks",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    DirectoryId = table.Column<int>(type: "integer", nullable: false),
                    Hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    CreatedAt = table.Column<long>(type: "bigint", nullable: false),
                    CreatedBy = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    ExpiresAt = table.Column<long>(type: "bigint", nullable: false),
                    Attempts = table.Column<int>(type: "integer", nullable: false),
                    UsedAt = table.Column<long>(type: "bigint", nullable: true),
                    EndedAt = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SetupLinks", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "SourceBudgets",
                columns: table => new
                {
                    DirectoryId = table.Column<int>(type: "integer", nullable: false),
                    Endpoint = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Limit = table.Column<long>(type: "bigint", nullable: true),
                    Remaining = table.Column<long>(type: "bigint", nullable: false),
                    ResetsAt = table.Column<long>(type: "bigint", nullable: false),
                    SeenAt = table.Column<long>(type: "bigint", nullable: false),
                    WaitedAt = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SourceBudgets", x => new { x.DirectoryId, x.Endpoint });
                });

            migrationBuilder.CreateTable(
                name: "SyncIssues",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    RunId = table.Column<Guid>(type: "uuid", nullable: false),
                    EmployeeId = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Code = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Detail = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Advice = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SyncIssues", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "SyncRuns",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    DirectoryId = table.Column<int>(type: "integer", nullable: false),
                    Trigger = table.Column<string>(type: "text", nullable: false),
                    Kind = table.Column<string>(type: "text", nullable: false),
                    RequestedBy = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Subject = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    State = table.Column<string>(type: "text", nullable: false),
                    WaitingSlot = table.Column<int>(type: "integer", nullable: true),
                    RequestedAt = table.Column<long>(type: "bigint", nullable: false),
                    StartedAt = table.Column<long>(type: "bigint", nullable: true),
                    FinishedAt = table.Column<long>(type: "bigint", nullable: true),
                    Stage = table.Column<string>(type: "text", nullable: false),
                    Outcome = table.Column<string>(type: "text", nullable: true),
                    CancelRequestedAt = table.Column<long>(type: "bigint", nullable: true),
                    CancelRequestedBy = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Planned = table.Column<int>(type: "integer", nullable: false),
                    Applied = table.Column<int>(type: "integer", nullable: false),
                    RulesRevision = table.Column<int>(type: "integer", nullable: false),
                    CheckSummary = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Read = table.Column<int>(type: "integer", nullable: false),
                    Created = table.Column<int>(type: "integer", nullable: false),
                    Updated = table.Column<int>(type: "integer", nullable: false),
                    Deactivated = table.Column<int>(type: "integer", nullable: false),
                    Reactivated = table.Column<int>(type: "integer", nullable: false),
                    Deleted = table.Column<int>(type: "integer", nullable: false),
                    Unchanged = table.Column<int>(type: "integer", nullable: false),
                    Rejected = table.Column<int>(type: "integer", nullable: false),
                    GroupsChanged = table.Column<int>(type: "integer", nullable: false),
                    MembersAdded = table.Column<int>(type: "integer", nullable: false),
                    MembersRemoved = table.Column<int>(type: "integer", nullable: false),
                    OutOfScope = table.Column<int>(type: "integer", nullable: false),
                    ErrorReason = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    ErrorDetail = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    VersionBefore = table.Column<int>(type: "integer", nullable: true),
                    VersionAfter = table.Column<int>(type: "integer", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SyncRuns", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "UserEmails",
                columns: table => new
                {
                    RowId = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    DirectoryId = table.Column<int>(type: "integer", nullable: false),
                    ValidFrom = table.Column<int>(type: "integer", nullable: false),
                    ValidTo = table.Column<int>(type: "integer", nullable: false),
                    UserId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Value = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    ValueKey = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Type = table.Column<string>(type: "text", nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_UserEmails", x => x.RowId);
                });

            migrationBuilder.CreateTable(
                name: "Users",
                columns: table => new
                {
                    RowId = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    DirectoryId = table.Column<int>(type: "integer", nullable: false),
                    ValidFrom = table.Column<int>(type: "integer", nullable: false),
                    ValidTo = table.Column<int>(type: "integer", nullable: false),
                    Ordinal = table.Column<int>(type: "integer", nullable: false),
                    Id = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    ExternalId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    UserName = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    UserNameKey = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    DisplayName = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    DisplayNameKey = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Active = table.Column<bool>(type: "boolean", nullable: false),
                    Created = table.Column<long>(type: "bigint", nullable: false),
                    LastModified = table.Column<long>(type: "bigint", nullable: false),
                    MissingSince = table.Column<long>(type: "bigint", nullable: true),
                    ReadAt = table.Column<long>(type: "bigint", nullable: false),
                    Reason = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    OutOfScopeSince = table.Column<long>(type: "bigint", nullable: true),
                    GivenName = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    FamilyName = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    FamilyNameKey = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Title = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    TitleKey = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    UserType = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    EmployeeNumber = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    EmployeeNumberKey = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Department = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    DepartmentKey = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Site = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    ManagerId = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    LifecycleStatus = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    StartDate = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    TerminationDate = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Attributes = table.Column<long>(type: "bigint", nullable: false),
                    Search = table.Column<string>(type: "jsonb", nullable: false),
                    InputHash = table.Column<byte[]>(type: "bytea", nullable: false),
                    Hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    Body = table.Column<byte[]>(type: "bytea", nullable: false),
                    Source = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Users", x => x.RowId);
                });

            migrationBuilder.CreateTable(
                name: "WebhookDeliveries",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    DirectoryId = table.Column<int>(type: "integer", nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false),
                    BodyHash = table.Column<byte[]>(type: "bytea", nullable: false),
                    Type = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    EmployeeId = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Result = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_WebhookDeliveries", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Directories",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Key = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    OrganizationId = table.Column<int>(type: "integer", nullable: false),
                    Origin = table.Column<string>(type: "text", nullable: false),
                    Revision = table.Column<int>(type: "integer", nullable: false),
                    BaseUrl = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    ServiceUserId = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    ProtectedToken = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    TokenHint = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    CredentialsSetAt = table.Column<long>(type: "bigint", nullable: true),
                    UnlinkedSince = table.Column<long>(type: "bigint", nullable: true),
                    IntervalMinutes = table.Column<int>(type: "integer", nullable: false),
                    IncludeHomeAddress = table.Column<bool>(type: "boolean", nullable: false),
                    DeleteMissingAfterDays = table.Column<int>(type: "integer", nullable: false),
                    Paused = table.Column<bool>(type: "boolean", nullable: false),
                    PausedSince = table.Column<long>(type: "bigint", nullable: true),
                    DeletingSince = table.Column<long>(type: "bigint", nullable: true),
                    DeleteAfter = table.Column<long>(type: "bigint", nullable: true),
                    SyncPausedSince = table.Column<long>(type: "bigint", nullable: true),
                    SyncPauseReason = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    RulesRevision = table.Column<int>(type: "integer", nullable: false),
                    AppliedRulesRevision = table.Column<int>(type: "integer", nullable: false),
                    GatePeople = table.Column<int>(type: "integer", nullable: false),
                    GatePercent = table.Column<int>(type: "integer", nullable: false),
                    GateAttributePercent = table.Column<int>(type: "integer", nullable: false),
                    HistoryDays = table.Column<int>(type: "integer", nullable: false),
                    PlanDays = table.Column<int>(type: "integer", nullable: false),
                    ProtectedWebhookSecret = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    HeldRunId = table.Column<Guid>(type: "uuid", nullable: true),
                    HeldSince = table.Column<long>(type: "bigint", nullable: true),
                    FailuresInARow = table.Column<int>(type: "integer", nullable: false),
                    NotBefore = table.Column<long>(type: "bigint", nullable: true),
                    LastState = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    LastStateAt = table.Column<long>(type: "bigint", nullable: true),
                    OldestVersion = table.Column<int>(type: "integer", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    Applying = table.Column<int>(type: "integer", nullable: true),
                    NextUserOrdinal = table.Column<int>(type: "integer", nullable: false),
                    NextGroupOrdinal = table.Column<int>(type: "integer", nullable: false),
                    FirstSyncAt = table.Column<long>(type: "bigint", nullable: true),
                    LastSyncStartedAt = table.Column<long>(type: "bigint", nullable: true),
                    LastSyncFinishedAt = table.Column<long>(type: "bigint", nullable: true),
                    LastGoodReadAt = table.Column<long>(type: "bigint", nullable: true),
                    CredentialsRefusedSince = table.Column<long>(type: "bigint", nullable: true),
                    LeaseOwner = table.Column<Guid>(type: "uuid", nullable: true),
                    LeaseUntil = table.Column<long>(type: "bigint", nullable: true)
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
