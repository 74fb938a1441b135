using System.Globalization;

namespace ScimBridge.Protocol;

/// <summary>A request that is refused; carries the error that the client gets (RFC 7644 section 3.12).</summary>
/// <remarks>Made by the named factories only, so that every status and type is one the RFC allows.</remarks>
public sealed class ScimException : Exception
{
    private const int LongestEcho = 200;

    private ScimException(int status, string? scimType, string detail)
        : base(detail) =>
        Error = new ScimError(status, scimType, detail);

    /// <summary>What the client is told.</summary>
    public ScimError Error { get; }

    /// <summary>Where in the filter the error is, counted from 1 in UTF-16 units; null where it is at no one place, or no error of a filter.</summary>
    public int? Character { get; private init; }

    /// <summary>400 invalidFilter: the filter is malformed or compares in a way its attribute does not allow (RFC 7644 section 3.4.2.2).</summary>
    public static ScimException InvalidFilter(string detail, int? character = null) =>
        new(400, ScimErrorType.InvalidFilter, detail) { Character = character };

    /// <summary>400 invalidValue: a parameter or a value has the wrong type or form.</summary>
    public static ScimException InvalidValue(string detail) => new(400, ScimErrorType.InvalidValue, detail);

    /// <summary>400 invalidSyntax: the body is not JSON, or not of the schema it should have.</summary>
    public static ScimException InvalidSyntax(string detail) => new(400, ScimErrorType.InvalidSyntax, detail);

    /// <summary>400 invalidPath: an attribute path is malformed or names nothing, such as in <c>sortBy</c>.</summary>
    public static ScimException InvalidPath(string detail) => new(400, ScimErrorType.InvalidPath, detail);

    /// <summary>400 invalidCursor: the cursor is malformed, forged, or of another query, directory or scope (RFC 9865). One text for all, so that it tells nothing.</summary>
    public static ScimException InvalidCursor() => new(400, ScimErrorType.InvalidCursor,
        "The cursor is not valid for this query. Repeat the query exactly, with the nextCursor of the page before; start again with an empty cursor.");

    /// <summary>400 expiredCursor: the cursor was good and is too old, or its version is gone (RFC 9865).</summary>
    /// <param name="lifetimeSeconds">How long a cursor lives, in seconds.</param>
    public static ScimException ExpiredCursor(int lifetimeSeconds) => new(400, ScimErrorType.ExpiredCursor,
        string.Create(CultureInfo.InvariantCulture, $"The cursor has expired; a cursor can be used for {lifetimeSeconds} seconds. Start again with an empty cursor."));

    /// <summary>400 invalidCount: the page size of a walk by cursor is no whole number, or not the one it began with (RFC 9865).</summary>
    public static ScimException InvalidCount(string detail) => new(400, ScimErrorType.InvalidCount, detail);

    /// <summary>400 tooMany: the answer would be larger than the service provider is willing to make it.</summary>
    public static ScimException TooMany(string detail) => new(400, ScimErrorType.TooMany, detail);

    /// <summary>400 without a type: what is wrong has no name in RFC 7644 table 9.</summary>
    public static ScimException BadRequest(string detail) => new(400, null, detail);

    /// <summary>401: no credentials, or none that are good. The detail says which scheme to use, never why a token failed.</summary>
    public static ScimException Unauthorized(string detail = "A valid bearer token is required.") => new(401, null, detail);

    /// <summary>403: the credentials are good and do not allow this.</summary>
    public static ScimException Forbidden(string detail = "The token does not allow this request.") => new(403, null, detail);

    /// <summary>403 sensitive: the query holds personal data and belongs into a POST to <c>.search</c> (RFC 7644 section 7.5.2).</summary>
    public static ScimException Sensitive(string detail = "Send this query as a POST to .search; a URI must not hold personal data.") =>
        new(403, ScimErrorType.Sensitive, detail);

    /// <summary>404: there is no such resource. An identifier of over 200 characters is cut in the detail.</summary>
    public static ScimException NotFound(string resourceType, string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        var echo = id.Length > LongestEcho ? id[..LongestEcho] + "..." : id;
        return new(404, null, $"{resourceType} {echo} was not found.");
    }

    /// <summary>404: the address names no endpoint of this service provider.</summary>
    public static ScimException NoSuchEndpoint() => new(404, null, "There is no such endpoint.");

    /// <summary>405: the endpoint exists and does not know the method.</summary>
    public static ScimException MethodNotAllowed(string detail = "The endpoint does not support this method.") => new(405, null, detail);

    /// <summary>406: the client accepts neither <c>application/scim+json</c> nor <c>application/json</c>.</summary>
    public static ScimException NotAcceptable(string detail = "Answers are application/scim+json or application/json.") => new(406, null, detail);

    /// <summary>412: the version given in <c>If-Match</c> is not the resource's (RFC 7644 section 3.14).</summary>
    public static ScimException PreconditionFailed(string detail = "The resource has another version.") => new(412, null, detail);

    /// <summary>413: the body is larger than the service provider reads.</summary>
    public static ScimException PayloadTooLarge(string detail = "The body is too large.") => new(413, null, detail);

    /// <summary>414: the URI is longer than the service provider reads; a long filter belongs into a POST to <c>.search</c>.</summary>
    public static ScimException UriTooLong(string detail = "The URI is too long; send the query as a POST to .search.") => new(414, null, detail);

    /// <summary>415: the body is neither <c>application/scim+json</c> nor <c>application/json</c>.</summary>
    public static ScimException UnsupportedMediaType(string detail = "Send application/scim+json or application/json.") => new(415, null, detail);

    /// <summary>429: too many requests; the server adds <c>Retry-After</c>.</summary>
    public static ScimException TooManyRequests(string detail = "Too many requests; try again later.") => new(429, null, detail);

    /// <summary>500: a failure of the service provider, of which the client learns nothing.</summary>
    public static ScimException InternalError() => new(500, null, "The request failed on the server.");

    /// <summary>501: part of the protocol that this service provider does not offer.</summary>
    public static ScimException NotImplemented(string detail = "The service provider does not offer this.") => new(501, null, detail);

    /// <summary>503: the service provider cannot answer at the moment.</summary>
    public static ScimException ServiceUnavailable(string detail = "The service is unavailable; try again later.") => new(503, null, detail);
}
