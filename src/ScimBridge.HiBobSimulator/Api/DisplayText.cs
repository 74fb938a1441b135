using System.Globalization;

namespace ScimBridge.HiBobSimulator.Api;

/// <summary>The text that HiBob shows for a value.</summary>
internal sealed class DisplayText(Company company, DisplayDateFormat dateFormat)
{
    public string? Of(FieldDefinition field, object? value) => value switch
    {
        null or MissingPerson => null,
        Person person => person.Text(company.Known.DisplayName),
        PeriodValue period => period.Humanized,
        bool flag => flag ? "Yes" : "No",
        string[] ids => string.Join(',', ids.Select(id => Item(field, id))),
        _ => field.Type switch
        {
            FieldType.List or FieldType.ListId => Item(field, value),
            FieldType.Date => Date(Plain(value)),
            FieldType.EmployeeReference when field != company.Known.Id => company.Find(Plain(value)) is { } person
                ? person.Text(company.Known.DisplayName)
                : null,
            _ => Plain(value),
        },
    };

    private static string Plain(object value) => value as string ?? Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";

    private string Item(FieldDefinition field, object id) =>
        (field.ListId is { } list ? company.ItemName(list, id) : null) ?? Plain(id);

    private string Date(string iso)
    {
        if (dateFormat == DisplayDateFormat.Iso || iso.Length != 10)
        {
            return iso;
        }

        var (year, month, day) = (iso[..4], iso[5..7], iso[8..]);
        return dateFormat == DisplayDateFormat.DayMonthYear ? $"{day}/{month}/{year}" : $"{month}/{day}/{year}";
    }
}
