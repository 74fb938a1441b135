using Microsoft.AspNetCore.Http.HttpResults;
using ScimBridge.Admin.Actions;
using ScimBridge.Storage;

namespace ScimBridge.Admin.Api;

/// <summary>Refuses whatever would change a directory that is being deleted, but for what says otherwise by <see cref="OpenWhileDeleting"/>.</summary>
internal static class DeletingGuard
{
    /// <summary>409 for such a request; null for all others.</summary>
    public static async Task<ProblemHttpResult?> ObjectionAsync(HttpContext context)
    {
        var method = context.Request.Method;
        return !HttpMethods.IsGet(method) && !HttpMethods.IsHead(method)
            && context.Request.RouteValues.TryGetValue("key", out var value) && value is string key
            && context.GetEndpoint()?.Metadata.GetMetadata<OpenWhileDeleting>() is null
            && await context.RequestServices.GetRequiredService<DirectoryStore>().FindAsync(key, context.RequestAborted) is { DeletingSince: not null } directory
            ? ApiRequests.Problem(DirectoryObjections.To(directory)!)
            : null;
    }
}
