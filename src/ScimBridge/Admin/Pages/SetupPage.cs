using System.Globalization;
using ScimBridge.Admin.Actions;
using ScimBridge.Admin.Pages.Shell;
using ScimBridge.Directories;
using ScimBridge.Storage.Records;

namespace ScimBridge.Admin.Pages;

/// <summary>What the pages of setup links say.</summary>
internal static class SetupPage
{
    /// <summary>How to make the service user in HiBob, step by step, with what each section gives.</summary>
    public static Html Instructions { get; } = Html.Of($"""
        <h2>What to do in HiBob</h2>
        <p>You need to be an administrator there. HiBob is only read, never changed.</p>
        <ol>
        <li><strong>Make a service user.</strong> Under Settings, Integrations, Service users: give it a name, and keep its ID (SERVICE-...) and its token, which HiBob shows once.</li>
        <li><strong>Make a permission group for it.</strong> Under Settings, Account, Permission groups: a new group with this service user as its only member.</li>
        <li><strong>Give it an audience.</strong> In the group, under People's data, Access data for: choose people by condition, and remove the default condition "Lifecycle status equals Employed", or tick all lifecycle statuses. "Everyone" means active people only; with it, joiners and leavers can't be seen.</li>
        <li><strong>Let it see the sections.</strong> In the group, under People's data, People, grant "View selected employees' ... sections" for those in the table.</li>
        <li><strong>Enter the ID and the token in the form on this page.</strong></li>
        </ol>
        <table class="sections">
        <caption>Sections to grant</caption>
        <thead><tr><th scope="col">Section in HiBob</th><th scope="col">What it gives</th><th scope="col">Without it</th></tr></thead>
        <tbody>
        <tr><th scope="row">Basic info</th><td>names and e-mail addresses</td><td>always there</td></tr>
        <tr><th scope="row">Lifecycle</th><td>who works here, who has left</td><td>nothing can be read at all</td></tr>
        <tr><th scope="row">Work</th><td>title, department, manager, site, start date, groups</td><td>these stay empty, and there are no groups</td></tr>
        <tr><th scope="row">Employment</th><td>kind of employment, contract</td><td>these stay empty</td></tr>
        <tr><th scope="row">Work contact details</th><td>phone numbers</td><td>they stay empty</td></tr>
        <tr><th scope="row">Address</th><td>addresses, of the office and of the home</td><td>they stay empty</td></tr>
        </tbody>
        </table>
        """);

    /// <summary>Who asks for what, and until when: the page is seen by people who have never heard of this server.</summary>
    public static Html Introduction(DirectoryRecord directory, SetupLinkRecord link) => Html.Of($"""
        <p><strong><bdi>{directory.Organization?.Name ?? directory.Name}</bdi> asks you to link HiBob</strong> to its directory <bdi>{directory.Name}</bdi>. This page is open until {Moment(link.ExpiresAt)}, or until HiBob is linked.</p>
        <p>What you grant below is read (names and e-mail addresses, who works here, and if you like their work, phone numbers and addresses), and served as users and groups to the applications that the organization lets in.</p>
        """);

    /// <summary>What comes after linking, for which a check that warns leaves something to do.</summary>
    public static Html Next(CredentialCheck check) => Html.Of($"""
        <h2>What comes next</h2>
        <p>HiBob is being read for the first time, which takes from seconds to some minutes. {(check.HasWarnings ? Left : NothingLeft)}</p>
        <p>Keep the service user in HiBob. If you make its token anew there, ask for another link to enter it.</p>
        """);

    /// <summary>The form, with the id that was entered before.</summary>
    public static Html Form(string action, Html antiforgery, string? serviceUserId, bool isAgain) => Html.Of($"""
        <h2>The service user</h2>
        <form method="post" action="{action}">
        {antiforgery}
        <label for="serviceUserId">ID of the service user</label>
        <input id="serviceUserId" name="serviceUserId" autocomplete="off" autocapitalize="none" spellcheck="false" maxlength="{Text(CredentialLimits.LongestId)}" value="{serviceUserId}" required{Focus(isAgain && string.IsNullOrEmpty(serviceUserId))}>
        <label for="token">Token of the service user</label>
        <input id="token" name="token" type="password" autocomplete="off" maxlength="{Text(CredentialLimits.LongestToken)}" required{Focus(isAgain && !string.IsNullOrEmpty(serviceUserId))}>
        <button type="submit">Check and link</button>
        </form>
        <p>Both are checked with HiBob first, which may take a minute. What does not pass is not kept.</p>
        """);

    /// <summary>Something that went wrong.</summary>
    public static Html Problem(string text) => Html.Of($"""<p class="problem" role="alert">{Apart(text)}</p>""");

    /// <summary>The steps of a check.</summary>
    public static Html Steps(CredentialCheck check) => Html.Of($"""
        <table>
        <caption>What the check found</caption>
        <thead><tr><th scope="col">Step</th><th scope="col">Result</th><th scope="col">What it means</th></tr></thead>
        <tbody>{Html.Join(check.Steps.Select(Step))}</tbody>
        </table>
        """);

    /// <summary>Why a link can't be used.</summary>
    public static string Closed(SetupLinkState state) => state switch
    {
        SetupLinkState.Used => "This link has been used: HiBob is linked. To enter another service user, ask whoever sent it for a new one.",
        SetupLinkState.Expired => "The time of this link is over. Ask whoever sent it for a new one.",
        SetupLinkState.Exhausted => "Wrong credentials were entered by this link too often. Ask whoever sent it for a new one.",
        SetupLinkState.Ended => "This link has been ended. Ask whoever sent it for a new one.",
        _ => "There is no such link. Check that it was copied as a whole, or ask whoever sent it for a new one.",
    };

    private static Html NothingLeft { get; } =
        Html.Of($"There is nothing left for you to do, and this page can be closed; whoever sent you the link sees the same.");

    private static Html Left { get; } = Html.Of(
        $"<strong>Something is left to do in HiBob:</strong> what the steps with a warning say, as far as your company has such people or data. The next sync takes it up by itself; no new link is needed, and nothing has to be entered again. Whoever sent you the link sees the same.");

    // A piece of its own, since a value would be encoded.
    private static Html Focus(bool isNext) => isNext ? Html.Of($" autofocus") : Html.None;

    private static Html Moment(DateTimeOffset at) => Html.Of(
        $"""<time datetime="{at.UtcDateTime.ToString("s", CultureInfo.InvariantCulture)}Z">{at.UtcDateTime.ToString("d MMMM yyyy, HH:mm 'UTC'", CultureInfo.InvariantCulture)}</time>""");

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    // What was entered comes back in quotes, and may turn around the words beside it.
    private static Html Apart(string text) => Words.Quoted(text) is { } quoted && text.IndexOf(quoted, StringComparison.Ordinal) is var at
        ? Html.Of($"{text[..at]}<bdi>{quoted}</bdi>{text[(at + quoted.Length)..]}")
        : Html.Of($"{text}");

    private static Html Step(CredentialStep step) => Html.Of($"""
        <tr><th scope="row">{step.Title}</th><td>{step.Word}</td><td>{Apart(step.Message)}{(step.Advice is null ? Html.None : Html.Of($"<br>{step.Advice}"))}</td></tr>
        """);
}
