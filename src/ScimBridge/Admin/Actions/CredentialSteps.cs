using System.Globalization;
using ScimBridge.Employees;

namespace ScimBridge.Admin.Actions;

/// <summary>Tells what a check of a connection found as steps, in the order in which an HR system's admin sets things up.</summary>
internal static class CredentialSteps
{
    private const string OpenGroup = "In HiBob, open the service user's permission group under Settings > Account > Permission groups";

    private static readonly (string Name, string Title, string Passed)[] InOrder =
    [
        ("address", "Address", "HiBob may be read there."),
        ("connection", "Connection", "HiBob answers."),
        ("credentials", "Service user", "HiBob knows the id and the token."),
        ("permission_group", "Permission group", "The service user may read people."),
        ("audience", "Audience", "The service user sees people."),
        ("lifecycle", "Lifecycle section", "Everybody's lifecycle status can be read, which tells who works here."),
    ];

    /// <summary>The steps.</summary>
    public static CredentialCheck Of(SourceAccess access, string userId)
    {
        if (access.Outcome is AccessOutcome.Granted)
        {
            return new CredentialCheck([.. InOrder.Select(step => Passed(step, access)), .. Warnings(access)]);
        }

        var failed = Array.FindIndex(InOrder, step => step.Name == StepOf(access.Outcome));
        var (message, advice) = Explain(access, userId);
        return new CredentialCheck(
        [
            .. InOrder.Take(failed).Select(step => Passed(step, access)),
            new CredentialStep(InOrder[failed].Name, InOrder[failed].Title, CredentialStepResult.Failed, message, advice),
        ]);
    }

    /// <summary>The check of what can't be what it is to be, before anybody was asked.</summary>
    public static CredentialCheck Refused(string name, string message, string? advice = null) => new(
        [new CredentialStep(name, Array.Find(InOrder, step => step.Name == name).Title, CredentialStepResult.Failed, message, advice)]);

    private static CredentialStep Passed((string Name, string Title, string Passed) step, SourceAccess access) => new(
        step.Name, step.Title, CredentialStepResult.Passed,
        step.Name == "audience" && access.LifecycleCounts.Count > 0
            ? string.Create(CultureInfo.InvariantCulture, $"The service user sees {access.LifecycleCounts.Values.Sum()} people.")
            : step.Passed,
        Advice: null);

    private static string StepOf(AccessOutcome outcome) => outcome switch
    {
        AccessOutcome.HostNotAllowed => "address",
        AccessOutcome.HostNotReached or AccessOutcome.WrongAddress or AccessOutcome.Unavailable or AccessOutcome.Refused => "connection",
        AccessOutcome.InvalidCredentials => "credentials",
        AccessOutcome.NoPermission => "permission_group",
        AccessOutcome.NobodyVisible => "audience",
        AccessOutcome.LifecycleHidden => "lifecycle",
        _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "The outcome belongs to no step."),
    };

    private static (string Message, string Advice) Explain(SourceAccess access, string userId) => access.Outcome switch
    {
        AccessOutcome.HostNotAllowed => (access.Detail, "Use HiBob's own address for real companies or for sandboxes."),
        AccessOutcome.HostNotReached => (
            "No connection to HiBob was made.", "Check the base URL, then this server's way to the Internet and its firewall."),
        AccessOutcome.WrongAddress => (
            "What answers at the base URL is not HiBob's API.", "Check the base URL: it ends with /v1, and is another one for sandboxes than for real companies."),
        AccessOutcome.InvalidCredentials => (
            $"HiBob does not know a service user '{userId}' with this token (401).",
            "Copy id and token again from Settings > Integrations > Service users; if the token was not kept, make a new one there. A sandbox and production have different service users."),
        AccessOutcome.NoPermission => (
            $"HiBob knows service user '{userId}' and does not let it read people (403).",
            "In HiBob, make a permission group under Settings > Account > Permission groups with this service user as its member; if it is in one, check whether HiBob limits API access by IP address."),
        AccessOutcome.NobodyVisible => (
            $"Service user '{userId}' sees nobody.",
            $"{OpenGroup}, and choose under People's data > Access data for whose data it may see, with all lifecycle statuses."),
        AccessOutcome.LifecycleHidden => (
            $"Service user '{userId}' sees people and nobody's lifecycle status, without which nobody could tell leavers from the others.",
            $"{OpenGroup}, and grant \"View selected employees' Lifecycle sections\" under People's data > People > Lifecycle."),
        _ => (access.Detail, "Try again in a few minutes."),
    };

    private static IEnumerable<CredentialStep> Warnings(SourceAccess access)
    {
        yield return Seen(access, "no_joiners_visible", "joiners", "Joiners", "People who have not started yet can be seen.");
        yield return Seen(access, "no_leavers_visible", "leavers", "Leavers", "People who have left can be seen.");
        var hidden = access.Fields.Where(field => field is { Known: true, Seen: 0 }).ToList();
        var sections = hidden.Select(field => field.Field.Category).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        yield return sections.Count == 0
            ? new CredentialStep("sections", "Sections", CredentialStepResult.Passed, "Everything that is served by default can be seen.", Advice: null)
            : new CredentialStep(
                "sections", "Sections", CredentialStepResult.Warning,
                $"Some of what is served comes with nobody, of the sections {string.Join(", ", sections)}: {string.Join(", ", Attributes(hidden))} may stay empty.",
                $"{OpenGroup}, and grant under People's data > People: {string.Join("; ", hidden.Select(field => field.Permission.Permission).Distinct(StringComparer.Ordinal))}.");
    }

    private static CredentialStep Seen(SourceAccess access, string code, string name, string title, string passed) =>
        access.Issues.FirstOrDefault(issue => issue.Code == code) is { } issue
            ? new CredentialStep(name, title, CredentialStepResult.Warning, issue.Detail, issue.Advice)
            : new CredentialStep(name, title, CredentialStepResult.Passed, passed, Advice: null);

    private static IEnumerable<string> Attributes(IEnumerable<FieldReport> hidden) =>
        hidden.SelectMany(field => field.Attributes.Count == 0 ? [field.Field.Name] : field.Attributes).Distinct(StringComparer.Ordinal);
}
