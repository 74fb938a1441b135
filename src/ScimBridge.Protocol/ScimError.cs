using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using ScimBridge.Protocol.Json;

namespace ScimBridge.Protocol;

/// <summary>An error as a client sees it (RFC 7644 section 3.12).</summary>
public sealed record ScimError
{
    /// <summary>Describes an error.</summary>
    /// <param name="status">The HTTP status, 300 to 599.</param>
    /// <param name="scimType">One of <see cref="ScimErrorType"/>, or null where none fits.</param>
    /// <param name="detail">What a person needs to mend the request; shown to the client as it is.</param>
    /// <exception cref="ArgumentOutOfRangeException">The status says no error.</exception>
    /// <exception cref="ArgumentException">The type is not one that the RFCs name.</exception>
    public ScimError(int status, string? scimType, string detail)
    {
        ArgumentNullException.ThrowIfNull(detail);
        ArgumentOutOfRangeException.ThrowIfLessThan(status, 300);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(status, 599);
        if (scimType is not null && !ScimErrorType.IsKnown(scimType))
        {
            throw new ArgumentException("Neither RFC 7644 nor RFC 9865 names this scimType.", nameof(scimType));
        }

        (Status, ScimType, Detail) = (status, scimType, detail);
    }

    /// <summary>The HTTP status, which the body repeats as a string.</summary>
    public int Status { get; }

    /// <summary>The kind of error where the RFCs name one, else null.</summary>
    public string? ScimType { get; }

    /// <summary>What a person needs to mend the request.</summary>
    public string Detail { get; }

    /// <summary>Writes the body: <c>schemas</c>, <c>status</c> as a string, <c>scimType</c> where there is one, and <c>detail</c>.</summary>
    public void Write(IBufferWriter<byte> output)
    {
        using var json = new Utf8JsonWriter(output, ScimJson.WriterOptions);
        json.WriteStartObject();
        json.WriteStartArray("schemas");
        json.WriteStringValue(ScimSchemaUris.Error);
        json.WriteEndArray();
        json.WriteString("status", Status.ToString(CultureInfo.InvariantCulture));
        if (ScimType is not null)
        {
            json.WriteString("scimType", ScimType);
        }

        json.WriteString("detail", Printable(Detail));
        json.WriteEndObject();
    }

    /// <summary>The body that <see cref="Write"/> writes, as UTF-8.</summary>
    public byte[] ToUtf8Json()
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        Write(buffer);
        return buffer.WrittenSpan.ToArray();
    }

    // A detail can repeat what a client sent, and a JSON writer refuses half a surrogate pair.
    private static string Printable(string text)
    {
        var result = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            result.Append(rune.ToString());
        }

        return result.ToString();
    }
}
