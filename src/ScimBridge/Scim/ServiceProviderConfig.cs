using System.Text.Json;
using ScimBridge.Protocol;

namespace ScimBridge.Scim;

/// <summary>The document that says what this service provider does (RFC 7643 section 5).</summary>
internal static class ServiceProviderConfig
{
    /// <summary>Writes it.</summary>
    public static void Write(Utf8JsonWriter json, string baseUrl, bool takesAccessTokens)
    {
        json.WriteStartObject();
        json.WriteStartArray("schemas");
        json.WriteStringValue(ScimSchemaUris.ServiceProviderConfig);
        json.WriteEndArray();
        WriteSupported(json, "patch", supported: false);
        json.WriteStartObject("bulk");
        json.WriteBoolean("supported", false);
        json.WriteNumber("maxOperations", 0);
        json.WriteNumber("maxPayloadSize", 0);
        json.WriteEndObject();
        json.WriteStartObject("filter");
        json.WriteBoolean("supported", true);
        json.WriteNumber("maxResults", ScimQuery.MaxCount);
        json.WriteEndObject();
        WriteSupported(json, "changePassword", supported: false);
        WriteSupported(json, "sort", supported: true);
        WriteSupported(json, "etag", supported: true);
        WritePagination(json);
        WriteAuthenticationSchemes(json, takesAccessTokens);
        json.WriteStartObject("meta");
        json.WriteString("resourceType", "ServiceProviderConfig");
        json.WriteString("location", $"{baseUrl}/ServiceProviderConfig");
        json.WriteEndObject();
        json.WriteEndObject();
    }

    /// <summary>How lists come in pages (RFC 9865 section 2.4).</summary>
    private static void WritePagination(Utf8JsonWriter json)
    {
        json.WriteStartObject("pagination");
        json.WriteBoolean("cursor", true);
        json.WriteBoolean("index", true);
        json.WriteString("defaultPaginationMethod", "index");
        json.WriteNumber("defaultPageSize", ScimQuery.DefaultCount);
        json.WriteNumber("maxPageSize", ScimQuery.MaxCount);
        json.WriteNumber("cursorTimeout", ScimLimits.CursorLifetime);
        json.WriteEndObject();
    }

    private static void WriteAuthenticationSchemes(Utf8JsonWriter json, bool takesAccessTokens)
    {
        json.WriteStartArray("authenticationSchemes");
        json.WriteStartObject();
        json.WriteString("type", "oauthbearertoken");
        json.WriteString("name", "Bearer token");
        json.WriteString("description", "A token of one directory, sent in the Authorization header. It reads and never writes: HiBob owns the data.");
        json.WriteString("specUri", "https://www.rfc-editor.org/info/rfc6750");
        json.WriteBoolean("primary", true);
        json.WriteEndObject();
        if (takesAccessTokens)
        {
            json.WriteStartObject();
            json.WriteString("type", "oauth2");
            json.WriteString("name", "OAuth 2.0");
            json.WriteString("description", "An access token that the organization's authorization server issued for one directory.");
            json.WriteString("specUri", "https://www.rfc-editor.org/info/rfc9068");
            json.WriteBoolean("primary", false);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteSupported(Utf8JsonWriter json, string feature, bool supported)
    {
        json.WriteStartObject(feature);
        json.WriteBoolean("supported", supported);
        json.WriteEndObject();
    }
}
