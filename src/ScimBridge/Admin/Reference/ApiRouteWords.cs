namespace ScimBridge.Admin.Reference;

/// <summary>What routes of the admin API say of themselves in the reference, beside <c>WithSummary</c>.</summary>
internal static class ApiRouteWords
{
    /// <summary>The route takes a body.</summary>
    public static RouteHandlerBuilder TakesBody<T>(this RouteHandlerBuilder route, bool isOptional = false) => route.WithMetadata(new ApiBody(typeof(T), isOptional));

    /// <summary>The route's answer has an entity tag.</summary>
    public static RouteHandlerBuilder GivesEntityTag(this RouteHandlerBuilder route) => route.WithMetadata(new ApiEntityTag(IsRequired: false));

    /// <summary>The route changes only what has the entity tag that the request names.</summary>
    public static RouteHandlerBuilder NeedsEntityTag(this RouteHandlerBuilder route) => route.WithMetadata(new ApiEntityTag(IsRequired: true));
}
