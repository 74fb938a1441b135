using System.Text.Json;
using ScimBridge.Employees;

namespace ScimBridge.HiBob;

/// <summary>HiBob's own words in an error body, whose shape varies by module. For people to read; nothing may branch on them.</summary>
internal static class HiBobErrorText
{
    private const int MaxBody = 16 * 1024;
    private const int MaxLength = 200;
    private static readonly string[] Names = ["error", "message", "errorMessage"];

    /// <summary>The first explanation found, cut and cleaned; null when there is none, it can't be read, or must not be shown.</summary>
    public static async Task<string?> ReadAsync(HiBobBody body, CancellationToken cancellationToken)
    {
        var buffer = new byte[MaxBody];
        var length = 0;
        try
        {
            int read;
            while (length < buffer.Length && (read = await body.ReadAsync(buffer.AsMemory(length), cancellationToken)) > 0)
            {
                length += read;
            }
        }
        catch (EmployeeSourceException)
        {
            // The status is the failure; a broken explanation of it does not matter.
            return null;
        }

        var words = Find(buffer.AsMemory(0, length));
        return words is null || RevealsSecret(words, body.Connection) ? null : words[..Math.Min(words.Length, MaxLength)];
    }

    /// <summary>The explanation in a body: error, message, errorMessage, then the first <c>errors.*.message</c>.</summary>
    public static string? Find(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            var root = document.RootElement;
            if (root.ValueKind is not JsonValueKind.Object)
            {
                return null;
            }

            var words = Names.Select(name => Text(root, name)).FirstOrDefault(text => text is not null);
            if (words is null && root.TryGetProperty("errors", out var errors) && errors.ValueKind is JsonValueKind.Object)
            {
                words = errors.EnumerateObject().Select(member => Text(member.Value, "message")).FirstOrDefault(text => text is not null);
            }

            return words;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static string? Text(JsonElement element, string name)
    {
        if (element.ValueKind is not JsonValueKind.Object
            || !element.TryGetProperty(name, out var value)
            || value.ValueKind is not JsonValueKind.String)
        {
            return null;
        }

        var text = new string([.. value.GetString()!.Select(c => char.IsControl(c) ? ' ' : c)]).Trim();
        return text.Length == 0 ? null : text;
    }

    // Something in between may answer with what it was sent. Looked for before the cut, which could leave a part of it.
    private static bool RevealsSecret(string words, SourceConnection connection) =>
        words.Contains(connection.Token, StringComparison.Ordinal)
        || words.Contains(HiBobClient.Credentials(connection), StringComparison.Ordinal);
}
