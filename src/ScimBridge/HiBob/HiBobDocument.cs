using System.Text.Json;

namespace ScimBridge.HiBob;

/// <summary>Reads the small answers, metadata and lists, as a whole.</summary>
internal static class HiBobDocument
{
    private const int MaxBytes = 64 * 1024 * 1024;

    /// <summary>Parses the body and makes something of it.</summary>
    public static async Task<T> ReadAsync<T>(HiBobBody body, Func<JsonElement, T> make, CancellationToken cancellationToken)
    {
        using var bytes = new MemoryStream();
        var buffer = new byte[16 * 1024];
        int read;
        while ((read = await body.ReadAsync(buffer, cancellationToken)) > 0)
        {
            bytes.Write(buffer, 0, read);
            if (bytes.Length > MaxBytes)
            {
                throw body.Unreadable($"it is larger than {MaxBytes} bytes", null);
            }
        }

        try
        {
            using var document = JsonDocument.Parse(bytes.GetBuffer().AsMemory(0, (int)bytes.Length));
            return make(document.RootElement);
        }
        catch (HiBobShapeException exception)
        {
            throw body.Unreadable(exception.Message, null);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // The parser's own message quotes the body, so it goes no further.
            throw body.Unreadable("it is cut off or not JSON", null);
        }
    }
}
