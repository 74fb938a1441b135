using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.OData;
using ScimBridge.Directories;

namespace ScimBridge.Reporting;

/// <summary>Registers the OData feed.</summary>
internal static class ReportingServices
{
    /// <summary>Adds OData and the policy of the feed.</summary>
    public static IServiceCollection AddReporting(this IServiceCollection services)
    {
        services.AddOData(options => options.Filter().Select().OrderBy().Count().SkipToken().SetMaxTop(ReportQuery.MaxTop));
        services.AddAuthorizationBuilder().AddPolicy(
            ReportingPolicies.Read,
            new AuthorizationPolicyBuilder(ScimTokenAuthentication.SchemeWithBasic).RequireAuthenticatedUser().Build());
        return services;
    }
}
