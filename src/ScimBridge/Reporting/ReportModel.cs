using Microsoft.OData.Edm;
using Microsoft.OData.ModelBuilder;

namespace ScimBridge.Reporting;

/// <summary>What <c>$metadata</c> says: the entity sets of the feed.</summary>
internal static class ReportModel
{
    /// <summary>The entity set of users.</summary>
    public const string Users = "Users";

    /// <summary>The entity set of groups.</summary>
    public const string Groups = "Groups";

    /// <summary>The entity set of sync runs.</summary>
    public const string SyncRuns = "SyncRuns";

    /// <summary>Builds the model.</summary>
    public static IEdmModel Build()
    {
        var builder = new ODataConventionModelBuilder { Namespace = "ScimBridge", ContainerName = "Reports" };
        var users = builder.EntitySet<UserRow>(Users).EntityType;
        users.Name = "User";
        users.Namespace = builder.Namespace;
        users.HasKey(user => user.Id);
        users.Ignore(user => user.Ordinal);
        var groups = builder.EntitySet<GroupRow>(Groups).EntityType;
        groups.Name = "Group";
        groups.Namespace = builder.Namespace;
        groups.HasKey(group => group.Id);
        groups.Ignore(group => group.Ordinal);
        var runs = builder.EntitySet<SyncRunRow>(SyncRuns).EntityType;
        runs.Name = "SyncRun";
        runs.Namespace = builder.Namespace;
        runs.HasKey(run => run.Id);
        return builder.GetEdmModel();
    }
}
