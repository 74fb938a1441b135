using System.Text.Json.Serialization;

namespace ScimBridge.Protocol.Resources;

/// <summary>A URI that points at a resource: a <c>$ref</c> or a <c>meta.location</c> (RFC 7643 sections 2.3.7 and 3.1).</summary>
/// <param name="Value">An absolute URI, or a path below the SCIM base URL without a leading slash, such as <c>Users/2819c223</c>.</param>
/// <remarks>
/// A path is written behind <see cref="BaseUrlMarker"/>, because the base URL is only known when a reader asks: a stored
/// body is completed by putting the base URL in the marker's place.
/// </remarks>
[JsonConverter(typeof(ResourceReferenceConverter))]
public readonly record struct ResourceReference(string Value)
{
    /// <summary>The byte that stands for the base URL in a stored body. A JSON writer always escapes it, so it can't be anything else.</summary>
    public const byte BaseUrlMarker = 0x01;

    /// <summary>Whether the value is a path below the base URL: it starts with a letter and its first segment has no colon.</summary>
    /// <remarks>A reference with a scheme is absolute, and one such as <c>../Users/1</c> is written as it is.</remarks>
    public bool IsRelative
    {
        get
        {
            var path = Value.AsSpan();
            var slash = path.IndexOf('/');
            var first = slash < 0 ? path : path[..slash];
            return first.Length > 0 && char.IsAsciiLetter(first[0]) && !first.Contains(':');
        }
    }
}
