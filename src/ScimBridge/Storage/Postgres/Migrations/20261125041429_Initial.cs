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
                    PasswordHash = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    SecurityStamp = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AdminAccounts", x => x.Id);
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
                    NameKey = table.Column<string>(type: "text", nullable: false, collation: "C")
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
                name: "ScimTokens",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    DirectoryId = table.Column<int>(type: "integer", nullable: false),
                    Name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Origin = table.Column<string>(type: "text", nullable: false),
                    Hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    CreatedAt = table.Column<long>(type: "bigint", nullable: false),
                    RevokedAt = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ScimTokens", x => x.Id);
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
                    State = table.Column<string>(type: "text", nullable: false),
                    WaitingSlot = table.Column<int>(type: "integer", nullable: true),
                    RequestedAt = table.Column<long>(type: "bigint", nullable: false),
                    StartedAt = table.Column<long>(type: "bigint", nullable: true),
                    FinishedAt = table.Column<long>(type: "bigint", nullable: true),
                    Stage = table.Column<string>(type: "text", nullable: false),
                    Outcome = table.Column<string>(type: "text", nullable: true),
                    Read = table.Column<int>(type: "integer", nullable: false),
                    Created = table.Column<int>(type: "integer", nullable: false),
                    Updated = table.Column<int>(type: "integer", nullable: false),
                    Deactivated = table.Column<int>(type: "integer", nullable: false),
                    Reactivated = table.Column<int>(type: "integer", nullable: false),
                    Deleted = table.Column<int>(type: "integer", nullable: false),
                    Unchanged = table.Column<int>(type: "integer", nullable: false),
                    Rejected = table.Column<int>(type: "integer", nullable: false),
                    GroupsChanged = table.Column<int>(type: "integer", nullable: false),
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
                    GivenName = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    FamilyName = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    FamilyNameKey = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Title = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    UserType = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    EmployeeNumber = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    EmployeeNumberKey = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Department = table.Column<string>(type: "text", nullable: true, collation: "C"),
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
                name: "Directories",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Key = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    OrganizationId = table.Column<int>(type: "integer", nullable: false),
                    BaseUrl = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    ServiceUserId = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    ProtectedToken = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    IntervalMinutes = table.Column<int>(type: "integer", nullable: false),
                    IncludeHomeAddress = table.Column<bool>(type: "boolean", nullable: false),
                    DeleteMissingAfterDays = table.Column<int>(type: "integer", nullable: false),
                    Paused = table.Column<bool>(type: "boolean", nullable: false),
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
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_AdminAccounts_UserName",
                table: "AdminAccounts",
                column: "UserName",
                unique: true);

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
                name: "IX_ScimTokens_DirectoryId",
                table: "ScimTokens",
                column: "DirectoryId");

            migrationBuilder.CreateIndex(
                name: "IX_ScimTokens_Hash",
                table: "ScimTokens",
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
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AdminAccounts");

            migrationBuilder.DropTable(
                name: "DataProtectionKeys");

            migrationBuilder.DropTable(
                name: "Directories");

            migrationBuilder.DropTable(
                name: "DirectoryVersions");

            migrationBuilder.DropTable(
                name: "Groups");

            migrationBuilder.DropTable(
                name: "Memberships");

            migrationBuilder.DropTable(
                name: "PageAnchors");

            migrationBuilder.DropTable(
                name: "ScimTokens");

            migrationBuilder.DropTable(
                name: "SyncIssues");

            migrationBuilder.DropTable(
                name: "SyncRuns");

            migrationBuilder.DropTable(
                name: "UserEmails");

            migrationBuilder.DropTable(
                name: "Users");

            migrationBuilder.DropTable(
                name: "Organizations");
        }
    }
}
