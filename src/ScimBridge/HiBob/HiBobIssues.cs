using ScimBridge.Employees;

namespace ScimBridge.HiBob;

/// <summary>What may be odd about a read or a person, in words that say what to do in HiBob.</summary>
internal static class HiBobIssues
{
    /// <summary>A field id that the company's HiBob does not have.</summary>
    public static SourceIssue UnknownField(string field) => new(
        null, "unknown_field", $"This HiBob has no field {field}; it was not asked for.",
        "If it is a built-in field, nothing needs to be done. If it is configured under HiBob:AdditionalFields, correct or remove it.");

    /// <summary>A field that was asked for and came with nobody.</summary>
    public static SourceIssue NotPermitted(HiBobField field) => new(
        null, "not_permitted_or_unknown",
        $"{field.Id}, which belongs to the category {field.Category}, came with nobody; what is known of it is kept.",
        PermissionAdvice(field.Category));

    /// <summary>A named list that could not be read.</summary>
    public static SourceIssue ListUnreadable(string list, SourceFailure failure) => new(
        null, "list_unreadable",
        $"The list \"{list}\" could not be read ({(failure is SourceFailure.Forbidden ? "not permitted" : "unknown to this HiBob")}).",
        "Names come from the employees themselves meanwhile, and groups from the values that people hold. Check the service user's "
        + "permissions.");

    /// <summary>How to grant what shows a category's fields, in HiBob's own words.</summary>
    public static string PermissionAdvice(string category) =>
        $"In HiBob, open the service user's permission group and grant \"View selected employees' {category} sections\" under "
        + $"People's data > People > {category}.";

    /// <summary>A person's record that is no JSON object with readable text.</summary>
    public static SourceIssue WrongShape(int index) => new(
        null, "wrong_shape", $"Record {index + 1} of the read is not an employee that can be read.", "Report it to HiBob's support.");

    /// <summary>A person's record without a usable id.</summary>
    public static SourceIssue NoId(int index) => new(
        null, "no_id", $"Record {index + 1} of the read has no {HiBobFieldIds.Id}.", "Report it to HiBob's support.");

    /// <summary>A person's record that is absurdly large.</summary>
    public static SourceIssue TooLarge(int index, int limit) => new(
        null, "record_too_large", $"Record {index + 1} of the read is larger than {limit} bytes.",
        "Look for a field with an extraordinary amount of text, or remove it from HiBob:AdditionalFields.");

    /// <summary>A second record with an id that was seen before.</summary>
    public static SourceIssue Duplicate(string id) => new(
        id, "duplicate_id", $"Employee {id} came more than once; the first record counts.", "Report it to HiBob's support.");

    /// <summary>A lifecycle status of which it is not known whether the person works here.</summary>
    public static SourceIssue UnknownLifecycle(string id) => new(
        id, "unknown_lifecycle_status",
        $"Employee {id} has a lifecycle status that is none of hired, employed, leave, garden leave or terminated.",
        "Rename the status in HiBob so that it contains the word leave if it is one; what is stored of the person stays as it is.");
}
