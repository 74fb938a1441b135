using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using ScimBridge.Employees;

namespace ScimBridge.HiBob;

/// <summary>HiBob's webhooks as notices of changes: version 2, and of version 1 the employee's id alone.</summary>
internal sealed class HiBobChangeNotices : IChangeNotices
{
    private const int MaxDepth = 16;
    private const int MaxIdLength = 100;
    private const int MaxPing = 64;

    /// <inheritdoc/>
    public string SignatureHeader => "Bob-Signature";

    /// <summary>HiBob documents up to 20 seconds; one more lets the clocks differ a little.</summary>
    public TimeSpan FreshnessLag => TimeSpan.FromSeconds(21);

    /// <inheritdoc/>
    public bool IsPing(ReadOnlySpan<byte> body)
    {
        if (body.SequenceEqual("Ping test"u8))
        {
            return true;
        }

        if (body.Length > MaxPing)
        {
            return false;
        }

        try
        {
            using var document = JsonDocument.Parse(body.ToArray());
            var root = document.RootElement;
            return root.ValueKind switch
            {
                JsonValueKind.String => root.ValueEquals("Ping test"u8),
                JsonValueKind.Object => root.EnumerateObject().ToList() is [var only]
                    && only.NameEquals("text"u8) && only.Value.ValueKind is JsonValueKind.String && only.Value.ValueEquals("Ping test"u8),
                _ => false,
            };
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return false;
        }
    }

    /// <inheritdoc/>
    public bool Verify(ReadOnlySpan<byte> body, string? signature, string secret)
    {
        // With an empty secret anybody could sign.
        if (signature is null || secret.Length == 0)
        {
            return false;
        }

        Span<byte> claimed = stackalloc byte[HMACSHA512.HashSizeInBytes];
        Span<byte> computed = stackalloc byte[HMACSHA512.HashSizeInBytes];
        HMACSHA512.HashData(Encoding.UTF8.GetBytes(secret), body, computed);
        return Convert.TryFromBase64String(signature, claimed, out var length)
            && length == claimed.Length
            && CryptographicOperations.FixedTimeEquals(claimed, computed);
    }

    /// <inheritdoc/>
    public ChangeNotice Parse(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body, new JsonDocumentOptions { MaxDepth = MaxDepth });
            return Parse(document.RootElement);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // The parser's own message quotes the body, so it goes no further.
            throw new ChangeNoticeRejectedException($"The notice is not JSON, or is nested more than {MaxDepth} deep.");
        }
    }

    private static ChangeNotice Parse(JsonElement root)
    {
        if (root.ValueKind is not JsonValueKind.Object)
        {
            throw new ChangeNoticeRejectedException("The notice is JSON, but no object.");
        }

        if (Id(root, "data", "employeeId") is { } employee)
        {
            var type = Text(root, "type");
            var deleted = string.Equals(type, "employee.deleted", StringComparison.OrdinalIgnoreCase);
            return new ChangeNotice(type, employee, deleted, FieldValues.Time(Text(root, "triggeredAt")), Text(root, "companyId"));
        }

        return Id(root, "employee", "id") is { } former
            ? new ChangeNotice(null, former, Deleted: false, null, null)
            : throw new ChangeNoticeRejectedException("The notice has no data.employeeId that could be one.");
    }

    private static string? Id(JsonElement root, string part, string member) =>
        root.TryGetProperty(part, out var inner)
        && Text(inner, member) is { Length: <= MaxIdLength } id
        && !id.Any(c => char.IsControl(c) || char.IsWhiteSpace(c))
            ? id
            : null;

    private static string? Text(JsonElement element, string member) =>
        element.ValueKind is JsonValueKind.Object && element.TryGetProperty(member, out var value)
            ? FieldValues.Scalar(value.GetRawText())
            : null;
}
