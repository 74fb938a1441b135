using System.Collections;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using ScimBridge.Protocol.Resources;

namespace ScimBridge.Protocol.Json;

/// <summary>Turns resources into JSON and back (RFC 7643 section 2; RFC 7644 section 3.1).</summary>
/// <remarks>
/// Text is escaped no more than JSON asks: "+41", "O'Neil" and names in any script are in nearly every body, and the answers
/// are <c>application/scim+json</c>, never part of a page. Control characters are always escaped, so a stored body's marker is safe.
/// An attribute that is null, an empty list, or a complex value with nothing in it is unassigned and left out (RFC 7643 section 2.5).
/// </remarks>
public static class ScimJson
{
    private static readonly Dictionary<Type, object> EmptyValues = new()
    {
        [typeof(ScimName)] = new ScimName(),
        [typeof(ScimEnterpriseUser)] = new ScimEnterpriseUser(),
    };

    private static readonly JsonSerializerOptions Options = CreateOptions();

    /// <summary>How everything in this library writes JSON: the same escaping everywhere, no indentation.</summary>
    public static JsonWriterOptions WriterOptions { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The stored body of a user: UTF-8 with <see cref="ResourceReference.BaseUrlMarker"/> where the base URL goes.</summary>
    /// <remarks>Not JSON as it stands while it holds a marker; <see cref="StoredBody"/> completes it.</remarks>
    public static byte[] SerializeUser(ScimUser user) => JsonSerializer.SerializeToUtf8Bytes(user, TypeInfo<ScimUser>());

    /// <summary>The stored body of a group: UTF-8 with <see cref="ResourceReference.BaseUrlMarker"/> where the base URL goes.</summary>
    /// <remarks>Not JSON as it stands while it holds a marker; <see cref="StoredBody"/> completes it.</remarks>
    public static byte[] SerializeGroup(ScimGroup group) => JsonSerializer.SerializeToUtf8Bytes(group, TypeInfo<ScimGroup>());

    /// <summary>Reads a user from JSON or from a stored body; references behind a marker become relative again.</summary>
    /// <exception cref="JsonException">The bytes are no JSON, or no User with its required attributes.</exception>
    public static ScimUser DeserializeUser(ReadOnlySpan<byte> utf8) => Deserialize<ScimUser>(utf8);

    /// <summary>Reads a group from JSON or from a stored body; references behind a marker become relative again.</summary>
    /// <exception cref="JsonException">The bytes are no JSON, or no Group with its required attributes.</exception>
    public static ScimGroup DeserializeGroup(ReadOnlySpan<byte> utf8) => Deserialize<ScimGroup>(utf8);

    private static T Deserialize<T>(ReadOnlySpan<byte> utf8)
        where T : class
    {
        var json = utf8.Contains(ResourceReference.BaseUrlMarker) ? StoredBody.WithoutMarkers(utf8) : utf8;
        return JsonSerializer.Deserialize(json, TypeInfo<T>()) ?? throw new JsonException("A resource is an object.");
    }

    private static JsonTypeInfo<T> TypeInfo<T>() => (JsonTypeInfo<T>)Options.GetTypeInfo(typeof(T));

    private static JsonSerializerOptions CreateOptions()
    {
        var options = new JsonSerializerOptions(ScimJsonContext.Default.Options)
        {
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            TypeInfoResolver = ScimJsonContext.Default.WithAddedModifier(LeaveOutUnassigned),
        };
        options.MakeReadOnly();
        return options;
    }

    private static void LeaveOutUnassigned(JsonTypeInfo type)
    {
        foreach (var property in type.Properties)
        {
            if (property.IsRequired || property.IsExtensionData)
            {
                continue;
            }

            if (EmptyValues.TryGetValue(property.PropertyType, out var empty))
            {
                property.ShouldSerialize = (_, value) => value is not null && !value.Equals(empty);
            }
            else if (property.PropertyType == typeof(ScimHiBobUser))
            {
                property.ShouldSerialize = (_, value) => value is ScimHiBobUser { IsEmpty: false };
            }
            else if (property.PropertyType != typeof(string) && property.PropertyType.IsAssignableTo(typeof(IEnumerable)))
            {
                property.ShouldSerialize = (_, value) => value is IEnumerable items && items.GetEnumerator().MoveNext();
            }
        }
    }
}
