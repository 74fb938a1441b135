using Microsoft.AspNetCore.Http.HttpResults;
using ScimBridge.Admin.Actions;
using ScimBridge.Admin.Reference;
using ScimBridge.Storage;
using ScimBridge.Storage.Records;

namespace ScimBridge.Admin.Api;

/// <summary>Accounts of those who sign in, and their sessions.</summary>
internal static class AccountEndpoints
{
    private const string List = "/accounts";
    private const string One = "/accounts/{name}";
    private const string Session = "/sessions/{id}";

    /// <summary>Maps the routes.</summary>
    public static IEndpointRouteBuilder MapAccounts(this IEndpointRouteBuilder api)
    {
        api.MapGet(List, ListAsync).WithSummary("The accounts.");
        api.MapPost(List, CreateAsync).TakesBody<AccountBody>().WithSummary("Makes an account, whose password has to be changed at its first sign-in.");
        api.MapOtherMethods(List, HttpMethods.Get, HttpMethods.Post);
        api.MapGet(One, GetAsync).WithSummary("One account.");
        api.MapPut(One, ChangeAsync).TakesBody<AccountChangeBody>().WithSummary("Gives an account another role, or disables or enables it, which ends its sessions.");
        api.MapDelete(One, DeleteAsync).WithSummary("Deletes an account.");
        api.MapOtherMethods(One, HttpMethods.Get, HttpMethods.Put, HttpMethods.Delete);
        api.MapPost(One + "/password", SetPasswordAsync).TakesBody<PasswordBody>(isOptional: true).WithSummary("Gives an account a new password, to be changed at the next sign-in.");
        api.MapOtherMethods(One + "/password", HttpMethods.Post);
        api.MapGet(One + "/sessions", SessionsAsync).WithSummary("Where an account is signed in.");
        api.MapOtherMethods(One + "/sessions", HttpMethods.Get);
        api.MapDelete(Session, EndSessionAsync).WithSummary("Ends a session.");
        api.MapOtherMethods(Session, HttpMethods.Delete);
        return api;
    }

    private static async Task<Ok<List<AccountView>>> ListAsync(AdminAccountStore accounts, TimeProvider time, CancellationToken cancellationToken) =>
        TypedResults.Ok((await accounts.ListAsync(cancellationToken)).Select(account => AccountView.Of(account, time.GetUtcNow())).ToList());

    private static async Task<Results<Created<AccountPasswordView>, ProblemHttpResult>> CreateAsync(
        HttpContext context, AccountActions accounts, TimeProvider time, CancellationToken cancellationToken)
    {
        var (body, fault) = await ApiRequests.BodyAsync<AccountBody>(context, cancellationToken);
        if (fault is not null)
        {
            return fault;
        }

        if (body!.Name is not { } name || AdminRoles.Of(body.Role) is not { } role)
        {
            return ApiRequests.Bad($"Give a name, and as role one of {AdminRoles.All}.");
        }

        var outcome = await accounts.CreateAsync(AuditActor.Of(context), name, role, body.Password, cancellationToken);
        if (!outcome.IsDone)
        {
            return ApiRequests.Problem(outcome.Refusal);
        }

        context.Response.Headers.ETag = ApiTags.Of(outcome.Value.Account.Revision);
        return TypedResults.Created(
            $"{context.Request.PathBase}{AdminPaths.Api}/accounts/{Uri.EscapeDataString(name)}", View(outcome.Value, time));
    }

    private static async Task<Results<Ok<AccountView>, ProblemHttpResult>> GetAsync(
        string name, HttpContext context, AccountActions accounts, TimeProvider time, CancellationToken cancellationToken) =>
        await accounts.FindAsync(name, cancellationToken) is { } account
            ? Tagged(context, account, time)
            : ApiRequests.Problem(AccountActions.NoSuchAccount(name));

    private static async Task<Results<Ok<AccountView>, ProblemHttpResult>> ChangeAsync(
        string name, HttpContext context, AccountActions accounts, TimeProvider time, CancellationToken cancellationToken)
    {
        var (revision, unsaid) = ApiTags.Seen(context);
        if (unsaid is not null)
        {
            return unsaid;
        }

        var (body, fault) = await ApiRequests.BodyAsync<AccountChangeBody>(context, cancellationToken);
        if (fault is not null)
        {
            return fault;
        }

        if (body!.Disabled is not { } disabled || AdminRoles.Of(body.Role) is not { } role)
        {
            return ApiRequests.Bad($"Give as role one of {AdminRoles.All}, and as disabled true or false.");
        }

        var outcome = await accounts.ChangeAsync(AuditActor.Of(context), name, revision, role, disabled, cancellationToken);
        return outcome.IsDone ? Tagged(context, outcome.Value, time) : ApiRequests.Problem(outcome.Refusal);
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> DeleteAsync(
        string name, HttpContext context, AccountActions accounts, CancellationToken cancellationToken)
    {
        var (revision, unsaid) = ApiTags.Seen(context);
        if (unsaid is not null)
        {
            return unsaid;
        }

        var outcome = await accounts.DeleteAsync(AuditActor.Of(context), name, revision, cancellationToken);
        return outcome.IsDone ? TypedResults.NoContent() : ApiRequests.Problem(outcome.Refusal);
    }

    private static async Task<Results<Ok<AccountPasswordView>, ProblemHttpResult>> SetPasswordAsync(
        string name, HttpContext context, PasswordActions passwords, TimeProvider time, CancellationToken cancellationToken)
    {
        var (body, fault) = await ApiRequests.BodyAsync<PasswordBody>(context, cancellationToken);
        if (fault is not null)
        {
            return fault;
        }

        var outcome = await passwords.SetAsync(AuditActor.Of(context), name, body!.Password, cancellationToken);
        return outcome.IsDone ? TypedResults.Ok(View(outcome.Value, time)) : ApiRequests.Problem(outcome.Refusal);
    }

    private static async Task<Results<Ok<List<SessionView>>, ProblemHttpResult>> SessionsAsync(
        string name, SessionActions sessions, CancellationToken cancellationToken) =>
        await sessions.ListAsync(name, cancellationToken) is { } list
            ? TypedResults.Ok(list.Select(SessionView.Of).ToList())
            : ApiRequests.Problem(AccountActions.NoSuchAccount(name));

    private static async Task<Results<NoContent, ProblemHttpResult>> EndSessionAsync(
        string id, HttpContext context, SessionActions sessions, CancellationToken cancellationToken)
    {
        if (!Guid.TryParse(id, out var sessionId))
        {
            return ApiRequests.NotFound($"There is no session '{id}', or it is over.");
        }

        var outcome = await sessions.EndAsync(AuditActor.Of(context), sessionId, cancellationToken);
        return outcome.IsDone ? TypedResults.NoContent() : ApiRequests.Problem(outcome.Refusal);
    }

    private static Ok<AccountView> Tagged(HttpContext context, AdminAccountRecord account, TimeProvider time)
    {
        context.Response.Headers.ETag = ApiTags.Of(account.Revision);
        return TypedResults.Ok(AccountView.Of(account, time.GetUtcNow()));
    }

    private static AccountPasswordView View(AccountWithPassword made, TimeProvider time) => new(AccountView.Of(made.Account, time.GetUtcNow()), made.Password);
}
