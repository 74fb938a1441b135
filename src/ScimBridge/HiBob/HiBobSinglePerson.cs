using System.Text;
using System.Text.Json;

namespace ScimBridge.HiBob;

/// <summary>The answer to a read of one person: the bare employee as HiBob answers, or wrapped as it documents.</summary>
internal static class HiBobSinglePerson
{
    /// <summary>The person's id; null when the answer holds nobody.</summary>
    /// <exception cref="HiBobShapeException">It is neither a person nor nobody.</exception>
    public static string? Id(JsonElement root)
    {
        if (root.ValueKind is not JsonValueKind.Object)
        {
            throw new HiBobShapeException("it is JSON, but no employee");
        }

        if (root.TryGetProperty("employees", out var employees) && employees.ValueKind is JsonValueKind.Array)
        {
            return employees.GetArrayLength() == 0 ? null : Bare(employees[0]);
        }

        return root.TryGetProperty("employee", out var employee) && employee.ValueKind is JsonValueKind.Object ? Bare(employee) : Bare(root);
    }

    private static string Bare(JsonElement person)
    {
        if (person.ValueKind is not JsonValueKind.Object)
        {
            throw new HiBobShapeException("it is JSON, but no employee");
        }

        return Text(person, "id")
            ?? (person.TryGetProperty("/root/id", out var slash) && slash.ValueKind is JsonValueKind.Object ? Text(slash, "value") : null)
            ?? throw new HiBobShapeException("it is an employee without an id");
    }

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) ? HiBobValue.Id(Encoding.UTF8.GetBytes(value.GetRawText())) : null;
}
