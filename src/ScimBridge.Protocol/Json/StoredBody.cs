using System.Buffers;
using ScimBridge.Protocol.Resources;

namespace ScimBridge.Protocol.Json;

/// <summary>Completes stored bodies: puts the base URL where <see cref="ResourceReference.BaseUrlMarker"/> stands for it, without parsing.</summary>
public static class StoredBody
{
    /// <summary>Writes <paramref name="storedBody"/> with <paramref name="baseUrlUtf8"/> in the place of every marker.</summary>
    /// <param name="output">Receives JSON.</param>
    /// <param name="storedBody">What <see cref="ScimJson"/> made; bytes without a marker are copied as they are.</param>
    /// <param name="baseUrlUtf8">The base URL without a slash at its end, such as <c>https://example.com/scim/v2</c>; must hold nothing that JSON escapes.</param>
    public static void WriteTo(IBufferWriter<byte> output, ReadOnlySpan<byte> storedBody, ReadOnlySpan<byte> baseUrlUtf8)
    {
        ArgumentNullException.ThrowIfNull(output);
        for (var at = storedBody.IndexOf(ResourceReference.BaseUrlMarker); at >= 0; at = storedBody.IndexOf(ResourceReference.BaseUrlMarker))
        {
            output.Write(storedBody[..at]);
            output.Write(baseUrlUtf8);
            storedBody = storedBody[(at + 1)..];
        }

        output.Write(storedBody);
    }

    /// <summary>The bytes that <see cref="WriteTo"/> writes.</summary>
    public static byte[] Complete(ReadOnlySpan<byte> storedBody, ReadOnlySpan<byte> baseUrlUtf8)
    {
        var output = new ArrayBufferWriter<byte>(storedBody.Length + (4 * baseUrlUtf8.Length) + 1);
        WriteTo(output, storedBody, baseUrlUtf8);
        return output.WrittenSpan.ToArray();
    }

    /// <summary>The body with its references relative, as they were before they were written: each marker and the slash behind it taken out.</summary>
    internal static byte[] WithoutMarkers(ReadOnlySpan<byte> storedBody)
    {
        var result = new byte[storedBody.Length];
        var length = 0;
        for (var i = 0; i < storedBody.Length; i++)
        {
            if (storedBody[i] != ResourceReference.BaseUrlMarker)
            {
                result[length++] = storedBody[i];
            }
            else if (i + 1 < storedBody.Length && storedBody[i + 1] == (byte)'/')
            {
                i++;
            }
        }

        return result[..length];
    }
}
