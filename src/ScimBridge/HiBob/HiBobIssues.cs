using ScimBridge.Employees;

namespace ScimBridge.HiBob;

/// <summary>What may be odd about a read or a person, in words that say what to do in HiBob.</summary>
internal static class HiBobIssues
{
    /// <summary>A field id that the company's HiBob does not have.</summary>
    public static SourceIssue UnknownField(string field) => new(
        null, "unknown_field", $"This HiBob has no field {field}; it was not asked for.",
        "If it is a built-in field that this company does not have, nothing needs to be done. If the directory's mapping rules or "
        + "HiBob:AdditionalFields name it, correct or remove it there; HiBob itself would leave it out without a word.");

    /// <summary>A field that is never read.</summary>
    public static SourceIssue SensitiveField(string field) => new(
        null, "sensitive_field", $"{field} belongs to what no directory needs, such as pay or identity papers; it was not asked for.",
        "Remove it from the directory's mapping rules or from HiBob:AdditionalFields.");

    /// <summary>The company was too much to be read at once.</summary>
    public static SourceIssue ReadInBatches(SourceFailureCause cause, HiBobOptions options) => new(
        null, "read_in_batches",
        $"The whole company at once was too {(cause is SourceFailureCause.TooLarge ? "large" : "slow")}; it was read in batches of "
        + $"{options.BatchSize} people and will be for {options.BatchesFor}.",
        "Nothing needs to be done. If every read takes too long, raise HiBob:AnswerTimeout or HiBob:MaxBodyBytes.");

    /// <summary>People came or went between the list of ids and the batches.</summary>
    public static SourceIssue ChangedWhileRead(int vanished, int appeared) => new(
        null, "changed_while_read",
        $"While the company was read in batches, {vanished} people vanished from HiBob and {appeared} appeared.",
        "Nothing needs to be done; the next read sees them as they are then.");

    /// <summary>Nobody in a state is to be seen, of which most companies have somebody.</summary>
    public static SourceIssue NobodySeen(string code, string state) => new(
        null, code, $"The service user sees nobody who is {state}.",
        "If the company has such people, open the service user's permission group in HiBob and choose under People's data > Access "
        + "data for people by condition, with all lifecycle statuses; \"Everyone\" means active people only.");

    /// <summary>A person without a work e-mail address.</summary>
    public static SourceIssue NoEmail(string id) => new(
        id, "no_email", $"Employee {id} has no {HiBobFieldIds.Email}.", "Enter a work e-mail address in HiBob.");

    /// <summary>A date that is none.</summary>
    public static SourceIssue BadDate(string id, string field) => new(
        id, "bad_date", $"The {field} of employee {id} is no date in HiBob's machine format; it was left out.",
        "Enter the date again in HiBob; if it looks right there, report it to HiBob's support.");

    /// <summary>A text that is absurdly long.</summary>
    public static SourceIssue TooLong(string id, string field) => new(
        id, "too_long", $"The {field} of employee {id} is longer than {FieldValues.LongestText} characters; it was left out.",
        "Shorten it in HiBob, or remove the field from the directory's mapping rules.");

    /// <summary>A field that was asked for and came with nobody.</summary>
    public static SourceIssue NotPermitted(HiBobField field) => new(
        null, "not_permitted_or_unknown",
        $"{field.Id}, which belongs to the category {field.Category}, came with nobody; what is known of it is kept.",
        PermissionAdvice(field.Category));

    /// <summary>A named list that could not be read.</summary>
    public static SourceIssue ListUnreadable(string list, SourceFailure failure) => new(
        null, "list_unreadable",
        $"The list \"{list}\" could not be read ({Why(failure)}).",
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
        "Look for a field with an extraordinary amount of text, or remove it from the directory's mapping rules or HiBob:AdditionalFields.");

    /// <summary>A second record with an id that was seen before.</summary>
    public static SourceIssue Duplicate(string id) => new(
        id, "duplicate_id", $"Employee {id} came more than once; the first record counts.", "Report it to HiBob's support.");

    /// <summary>A lifecycle status of which it is not known whether the person works here.</summary>
    public static SourceIssue UnknownLifecycle(string id) => new(
        id, "unknown_lifecycle_status",
        $"Employee {id} has a lifecycle status that is none of hired, employed, leave, garden leave or terminated.",
        "Rename the status in HiBob so that it contains the word leave if it is one; what is stored of the person stays as it is.");

    private static string Why(SourceFailure failure) => failure switch
    {
        SourceFailure.Forbidden => "not permitted",
        SourceFailure.Unreadable => "its answer is no list",
        _ => "unknown to this HiBob",
    };
}
