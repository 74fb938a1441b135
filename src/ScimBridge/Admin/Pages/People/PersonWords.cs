using ScimBridge.Employees;
using ScimBridge.Mapping;
using ScimBridge.Mapping.Explaining;
using ScimBridge.Mapping.Rules;
using ScimBridge.Protocol.Resources;

namespace ScimBridge.Admin.Pages.People;

/// <summary>How the pages say what a user is like, and why.</summary>
internal static class PersonWords
{
    /// <summary>The main attributes that have a value, each with its name.</summary>
    public static IEnumerable<(string Name, string Value)> Facts(ScimUser user)
    {
        (string Name, string? Value)[] facts =
        [
            ("User name", user.UserName), ("Name", user.Name?.Formatted ?? user.DisplayName), ("E-mail", Emails(user)), ("Title", user.Title),
            ("Department", user.Enterprise?.Department), ("Organization", user.Enterprise?.Organization), ("Site", user.HiBob?.Site),
            ("Employee number", user.Enterprise?.EmployeeNumber), ("Lifecycle status", user.HiBob?.LifecycleStatus),
            ("Start date", user.HiBob?.StartDate), ("Termination date", user.HiBob?.TerminationDate),
        ];
        return facts.Where(fact => !string.IsNullOrEmpty(fact.Value)).Select(fact => (fact.Name, fact.Value!));
    }

    /// <summary>Why a user is active or not, as a sentence.</summary>
    public static string Why(ActiveExplanation why)
    {
        var status = why.Status is { Length: > 0 } text ? $" (“{text}”)" : "";
        return why.Reason switch
        {
            StandingReasons.Employed => $"HiBob says that the person is employed{status}.",
            StandingReasons.OnLeave when why.Active => $"The person is on leave{status}, which leaves the user active.",
            StandingReasons.OnLeave => $"The person is on leave{status}, and the rules have the user follow the access to HiBob, which is not given.",
            StandingReasons.NotStarted when why.Active => $"The person is hired and has not started yet{status}; the rules have the user active beforehand.",
            StandingReasons.NotStarted => $"The person is hired and has not started yet{status}.",
            StandingReasons.GardenLeave => $"The person is on garden leave{status}, for which the rules say so.",
            StandingReasons.Terminated => $"The employment has ended{status}.",
            StandingReasons.HasAccess => "HiBob gives no lifecycle status, and says that the person has access to it.",
            StandingReasons.NoAccess => "HiBob gives no lifecycle status, and does not say that the person has access to it.",
            StandingReasons.OutOfScope => "The person is outside the scope that the rules set for this directory.",
            StandingReasons.Missing => "HiBob no longer returns the person.",
            StandingReasons.Erased => "The person was forgotten on request.",
            _ => $"{why.Reason}{status}.",
        };
    }

    /// <summary>A code of <see cref="StandingReasons"/> as words, such as <c>Not started</c>.</summary>
    public static string Code(string reason) => reason.Length == 0 ? "" : char.ToUpperInvariant(reason[0]) + reason[1..].Replace('_', ' ');

    /// <summary>Why a user is in a group, as a sentence.</summary>
    public static string Why(GroupExplanation group) => group switch
    {
        { Key: null } => "No rule of today puts the user into it; the next sync that reads the person will tell.",
        { Field: { } field } => $"{field.Field} is {Of(field)}.",
        { Conditions.Count: > 0 } => "The person meets the group's condition.",
        { Key: { } key } when key == GroupKey.Everyone => "Everybody is in it.",
        { Key: { } key } when key == GroupKey.Managers => "Somebody reports to the person.",
        { Key.Source: GroupKey.DirectReports } => "The person reports to its manager.",
        _ => "",
    };

    /// <summary>What a field was: its text, or that it was empty or not mentioned.</summary>
    public static string Of(FieldTried field) => field.State switch
    {
        FieldState.Absent => "not mentioned by HiBob",
        FieldState.Empty => "empty",
        _ => field.Text ?? field.Value ?? "empty",
    };

    /// <summary>What a condition asked, such as <c>work.department is one of Sales, Support</c>, and what the field was.</summary>
    public static string Of(ConditionAsked asked)
    {
        var condition = asked.Condition;
        var values = condition.Values is { Count: > 0 } several ? string.Join(", ", several) : condition.Value;
        var wanted = condition.Op switch
        {
            ConditionOperator.Eq => $"is {values}",
            ConditionOperator.In => $"is one of {values}",
            ConditionOperator.Sw => $"starts with {values}",
            ConditionOperator.Ew => $"ends with {values}",
            ConditionOperator.Co => $"contains {values}",
            ConditionOperator.Present => "has a value",
            ConditionOperator.Empty => "is empty",
            ConditionOperator.Before => $"is before {values}",
            ConditionOperator.After => $"is after {values}",
            _ => "",
        };
        var was = asked.Field is { } field ? $" (it is {Of(field)})" : "";
        return $"{condition.Field} {wanted}{was}";
    }

    /// <summary>What of <see cref="Of(ConditionAsked)"/> was written by others: the condition's values, then the field's.</summary>
    public static IEnumerable<string?> NamesIn(ConditionAsked asked) =>
        [.. asked.Condition.Values ?? [], asked.Condition.Value, asked.Field is { } field ? Of(field) : null];

    private static string? Emails(ScimUser user) =>
        user.Emails is { Count: > 0 } emails ? string.Join(", ", emails.Select(email => email.Type is null ? email.Value : $"{email.Value} ({email.Type})")) : null;
}
