using System.Globalization;
using ScimBridge.Admin.Actions;
using ScimBridge.Admin.Pages.Shell;
using ScimBridge.Directories;

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
        <li><strong>Enter the ID and the token below.</strong></li>
        </ol>
        <table>
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

    /// <summary>What comes after linking.</summary>
    public static Html Next { get; } = Html.Of($"""
        <h2>What comes next</h2>
        <p>HiBob is being read for the first time, which takes from seconds to some minutes. There is nothing left for you to do, and this page can be closed; whoever sent you the link sees the same.</p>
        <p>Keep the service user in HiBob. If you make its token anew there, ask for another link to enter it.</p>
        """);

    /// <summary>The form.</summary>
    public static Html Form(string action, Html antiforgery) => Html.Of($"""
        <h2>The service user</h2>
        <form method="post" action="{action}">
        {antiforgery}
        <label for="serviceUserId">ID of the service user</label>
        <input id="serviceUserId" name="serviceUserId" autocomplete="off" autocapitalize="none" spellcheck="false" maxlength="{Text(CredentialLimits.LongestId)}" required>
        <label for="token">Token of the service user</label>
        <input id="token" name="token" type="password" autocomplete="off" maxlength="{Text(CredentialLimits.LongestToken)}" required>
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

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    // What was entered comes back in quotes, and may turn around the words beside it.
    private static Html Apart(string text) => Words.Quoted(text) is { } quoted && text.IndexOf(quoted, StringComparison.Ordinal) is var at
        ? Html.Of($"{text[..at]}<bdi>{quoted}</bdi>{text[(at + quoted.Length)..]}")
        : Html.Of($"{text}");

    private static Html Step(CredentialStep step) => Html.Of($"""
        <tr><th scope="row">{step.Title}</th><td>{step.Word}</td><td>{Apart(step.Message)}{(step.Advice is null ? Html.None : Html.Of($"<br>{step.Advice}"))}</td></tr>
        """);
}
