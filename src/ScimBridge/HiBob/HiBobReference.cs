using System.Text.Json;
using ScimBridge.Employees;

namespace ScimBridge.HiBob;

/// <summary>Pointers to other employees: an object, or an id.</summary>
internal static class HiBobReference
{
    /// <summary>Whom the field points to; null when that can't be told, as from a display name.</summary>
    public static EmployeeReference? Read(FieldValue value)
    {
        if (value.State is not FieldState.Present)
        {
            return null;
        }

        if (value.Json!.StartsWith('{'))
        {
            using var document = JsonDocument.Parse(value.Json);
            return Member(document.RootElement, "id") is { } id
                ? new EmployeeReference(id, Member(document.RootElement, "displayName") ?? value.Text)
                : null;
        }

        var text = HiBobValue.Scalar(value);
        return text is null || text.Any(char.IsWhiteSpace) ? null : new EmployeeReference(text, value.Text);
    }

    private static string? Member(JsonElement element, string name) =>
        element.TryGetProperty(name, out var member) ? HiBobValue.Scalar(member.GetRawText()) : null;
}
