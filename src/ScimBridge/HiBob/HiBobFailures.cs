using System.Net;
using ScimBridge.Employees;

namespace ScimBridge.HiBob;

/// <summary>What went wrong, for an administrator: what failed, as whom and where, and what to do. Never a token or a body.</summary>
internal static class HiBobFailures
{
    /// <summary>The request budget is used up for longer than a read waits.</summary>
    public static string RateLimited(string userId, string host) =>
        $"HiBob's request budget of service user {userId} at {host} is used up (429). Wait a few minutes; if it happens often, "
        + "give the bridge a service user of its own or raise HiBob:BudgetWait.";

    /// <summary>What an answer that is no success means.</summary>
    /// <param name="connection">As whom it was asked.</param>
    /// <param name="call">What was asked.</param>
    /// <param name="status">The answer's status.</param>
    /// <param name="words">HiBob's own explanation, when it gave one.</param>
    public static EmployeeSourceException Status(SourceConnection connection, HiBobCall call, HttpStatusCode status, string? words)
    {
        var code = (int)status;
        var said = words is null ? "" : $" HiBob says: \"{words}\".";
        return status switch
        {
            HttpStatusCode.Unauthorized => new(
                SourceFailure.InvalidCredentials,
                $"HiBob did not accept the credentials of service user {connection} (401).{said} Check in HiBob that the service user still "
                + "exists, and enter its id and a current token here; a sandbox and production have different service users."),
            HttpStatusCode.Forbidden => new(
                SourceFailure.Forbidden,
                $"Service user {connection} may not read {call.Purpose} (403).{said} In HiBob, put it in a permission group that grants "
                + "access to the data of everyone to be synchronized, and check whether HiBob limits API access by IP address."),
            HttpStatusCode.TooManyRequests => new(SourceFailure.RateLimited, RateLimited(connection.UserId, connection.BaseUrl.Authority)),
            HttpStatusCode.RequestTimeout or HttpStatusCode.GatewayTimeout => Unavailable(
                connection, call, $"it answered {code}", null, SourceFailureCause.TooSlow),
            _ when code >= 500 => Unavailable(connection, call, $"it answered {code}", null),
            _ when code is >= 300 and < 400 => new(
                SourceFailure.Refused,
                $"Reading {call.Purpose} as service user {connection} was answered with a redirect ({code}), which is not followed, "
                + "because the token would go elsewhere. Check the base URL."),
            _ => new(
                SourceFailure.Refused,
                $"HiBob refused to let service user {connection} read {call.Purpose} ({code}).{said} Check the base URL and the "
                + "configured field ids; if they are right, report this as a bug of the bridge.")
            {
                Cause = status switch
                {
                    HttpStatusCode.NotFound => SourceFailureCause.NotFound,
                    HttpStatusCode.RequestEntityTooLarge => SourceFailureCause.TooLarge,
                    _ => SourceFailureCause.Unspecified,
                },
            },
        };
    }

    /// <summary>HiBob could not be reached, or not in time.</summary>
    public static EmployeeSourceException Unavailable(
        SourceConnection connection, HiBobCall call, string reason, Exception? inner, SourceFailureCause cause = default) => new(
        SourceFailure.Unavailable,
        $"HiBob could not be read as service user {connection}: for {call.Purpose} {reason}. The next run tries again; if it goes on, "
        + "check HiBob's status page and this server's way to the Internet.",
        inner)
        { Cause = cause };

    /// <summary>An answer came and can't be used.</summary>
    public static EmployeeSourceException Unreadable(
        SourceConnection connection, HiBobCall call, string reason, Exception? inner, SourceFailureCause cause = default) => new(
        SourceFailure.Unreadable,
        $"HiBob's answer for {call.Purpose} to service user {connection} can't be used: {reason}. The next run tries again; if it "
        + "goes on, check the base URL and what stands between this server and HiBob.",
        inner)
        { Cause = cause };

    /// <summary>More fields are wanted than HiBob gives in one answer.</summary>
    public static EmployeeSourceException TooManyFields(SourceConnection connection, int fields, int limit) => new(
        SourceFailure.Refused,
        $"{fields} fields are to be read as service user {connection}, and HiBob gives at most {limit} at a time. Let the directory's "
        + "rules and HiBob:AdditionalFields name fewer.");

    /// <summary>Batches left people out who are still there.</summary>
    public static EmployeeSourceException LeftOut(SourceConnection connection, int people) => new(
        SourceFailure.Unreadable,
        $"HiBob left out {people} people whom service user {connection} had asked for by id and who are still there. The next run tries "
        + "again; if it goes on, report it to HiBob's support.");

    /// <summary>The answer was complete and held nobody.</summary>
    public static EmployeeSourceException Empty(SourceConnection connection) => new(
        SourceFailure.Empty,
        $"HiBob showed service user {connection} nobody at all. In HiBob, open the service user's permission group and choose under "
        + "People's data > Access data for whose data it may see, joiners and leavers included.");

    /// <summary>Nobody's lifecycle status came.</summary>
    public static EmployeeSourceException MissingLifecycle(SourceConnection connection) => new(
        SourceFailure.MissingField,
        $"HiBob showed service user {connection} nobody's {HiBobFieldIds.LifecycleStatus}, without which active and "
        + $"terminated people can't be told apart. {HiBobIssues.PermissionAdvice("Lifecycle")}");

    /// <summary>The read can't be kept on this server's disk.</summary>
    public static EmployeeSourceException Spool(string folder, Exception inner) => new(
        SourceFailure.Unavailable,
        $"What HiBob sends can't be kept in \"{folder}\" ({inner.GetType().Name}). Make room there and let the bridge write to it, or "
        + "name another folder in HiBob:SpoolFolder.",
        inner);
}
