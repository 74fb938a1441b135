using ScimBridge.Employees;
using ScimBridge.Protocol.Resources;

namespace ScimBridge.Mapping;

/// <summary>How to reach people at work. Each value of an attribute has a type of its own, since clients match on it.</summary>
internal static class ContactRules
{
    /// <summary><c>emails</c>: the work address.</summary>
    public static IReadOnlyList<ScimMultiValue>? Emails(Employee employee) =>
        CleanText.Of(employee.WorkEmail) is { } email ? [new ScimMultiValue { Value = email, Type = "work", Primary = true }] : null;

    /// <summary><c>phoneNumbers</c>: the work telephone and the work mobile, as entered: nothing says which country's numbers they are.</summary>
    public static IReadOnlyList<ScimMultiValue>? PhoneNumbers(Employee employee) =>
        (Phone(employee.WorkPhone, "work"), Phone(employee.WorkMobile, "mobile")) switch
        {
            ({ } work, { } mobile) => [work, mobile],
            ({ } work, null) => [work],
            (null, { } mobile) => [mobile],
            _ => null,
        };

    private static ScimMultiValue? Phone(string? number, string type) =>
        CleanText.Of(number) is { } value ? new ScimMultiValue { Value = value, Type = type } : null;
}
