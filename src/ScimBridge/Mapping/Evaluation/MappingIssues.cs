using System.Globalization;
using ScimBridge.Employees;
using ScimBridge.Mapping.Rules;
using ScimBridge.Mapping.Targets;

namespace ScimBridge.Mapping.Evaluation;

/// <summary>What a mapping says of values that it leaves out. Holds no value, only where it was to go.</summary>
internal static class MappingIssues
{
    /// <summary>The longest text that an attribute can hold, in characters.</summary>
    public const int LongestText = 1024;

    /// <summary>The code of a value that is not what it must be.</summary>
    public const string TransformFailed = "transform_failed";

    /// <summary>The code of a value that is too long.</summary>
    public const string TooLong = "too_long";

    /// <summary>A transform refused the value.</summary>
    public static SourceIssue Refused(string employeeId, string attribute, TransformKind transform) => LeftOut(employeeId, attribute, transform switch
    {
        TransformKind.E164 => "it is no telephone number, or has no country code while the rule names no region",
        TransformKind.Country => "it is no country",
        TransformKind.Date => "it is no day",
        TransformKind.Map => "it is not in the rule's table",
        _ => "a transform left nothing of it",
    });

    /// <summary>The attribute can't hold the value.</summary>
    public static SourceIssue Unfit(string employeeId, string attribute, TargetKind kind) => LeftOut(employeeId, attribute, kind switch
    {
        TargetKind.Boolean => "it is neither true nor false",
        TargetKind.Day => "it is no day",
        TargetKind.Country => "it is no country",
        TargetKind.Uri => "it is no absolute URI",
        _ => "it is of another type",
    });

    /// <summary>An attribute of a directory's own can't hold the value.</summary>
    public static SourceIssue Unfit(string employeeId, string attribute, CustomAttributeType type) => LeftOut(employeeId, attribute, type switch
    {
        CustomAttributeType.Boolean => "it is neither true nor false",
        CustomAttributeType.Integer => "it is no whole number",
        CustomAttributeType.Decimal => "it is no number",
        CustomAttributeType.DateTime => "it is no day and no moment",
        CustomAttributeType.Reference => "it is no absolute URI",
        _ => "it is of another type",
    });

    /// <summary>The value is too long.</summary>
    public static SourceIssue Long(string employeeId, string attribute) => new(
        employeeId,
        TooLong,
        string.Create(CultureInfo.InvariantCulture, $"{attribute} of employee {employeeId} was left out: it is longer than {LongestText} characters."),
        "Shorten the value in the HR system, or choose another source for the attribute.");

    private static SourceIssue LeftOut(string employeeId, string attribute, string why) => new(
        employeeId,
        TransformFailed,
        $"{attribute} of employee {employeeId} was left out: {why}.",
        "Correct the value in the HR system, or change the attribute's rule.");
}
