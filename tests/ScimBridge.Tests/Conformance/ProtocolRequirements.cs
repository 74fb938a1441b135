using static ScimBridge.Tests.Conformance.Requirement;

namespace ScimBridge.Tests.Conformance;

/// <summary>RFC 7644 without its queries: authentication, single resources, messages, versions, security, and all that writes.</summary>
internal static class ProtocolRequirements
{
    private const string ReadOnly = "HiBob owns the data, and this server only reads; every method that writes is refused with 405 or 501.";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Requirement> All { get; } =
    [
        Must("7644-2-challenge", "A refused request is told the authentication schemes in `WWW-Authenticate`."),
        Must("7644-2-policy", "Who has authenticated is mapped to what they may read."),
        Must("7644-2.1-token-subject", "A token for a client that acts for a user is judged by both.")
            .DoesNotApply("a token belongs to a directory, and there is nobody it acts for."),
        May("7644-2.2-anonymous", "Requests without authentication may be accepted.")
            .DoesNotApply("nobody's data are read without a token."),
        Must("7644-3.1-media-type", "Messages are JSON of the media type `application/scim+json`."),
        Must("7644-3.3-create", "Resources are created by POST.").DoesNotApply(ReadOnly),
        Must("7644-3.4-default-set", "By default an answer has the attributes whose `returned` is `always` or `default`."),
        Must("7644-3.4.1-known", "A resource that exists is returned with 200, in the body."),
        Must("7644-3.5.1-put", "Resources are replaced by PUT.").DoesNotApply(ReadOnly),
        Should("7644-3.5.2-patch", "Resources are changed by PATCH, which a service provider need not offer.").DoesNotApply(ReadOnly),
        Must("7644-3.6-delete", "Resources are deleted by DELETE, and are not found afterwards.").DoesNotApply(ReadOnly),
        Must("7644-3.7-bulk", "Bulk operations are processed one by one, within the limits of the configuration.").DoesNotApply(ReadOnly),
        Must("7644-3.8-utf8", "Requests and answers are JSON in UTF-8."),
        Must("7644-3.8-accept-scim", "`Accept: application/scim+json` is supported."),
        Should("7644-3.8-accept-json", "`Accept: application/json` is supported."),
        Must("7644-3.8-default", "Without `Accept` the answer is `application/scim+json`."),
        Should("7644-3.11-me", "A server without `/Me` answers it with 501."),
        Must("7644-3.12-body", "An error has a JSON body with the error schema's URI."),
        Must("7644-3.12-status", "The body repeats the HTTP status, as a string."),
        Must("7644-3.12-scim-type", "A 400 says by `scimType` what was wrong where the RFC has a word for it."),
        Must("7644-3.12-detail", "`detail` is for people to read."),
        Should("7644-3.12-401", "Missing or wrong credentials are a 401."),
        Should("7644-3.12-403", "What is not permitted is a 403."),
        Should("7644-3.12-404", "A resource or endpoint that does not exist is a 404."),
        Should("7644-3.12-409", "A clash of versions or of unique values is a 409, a failed precondition of a change a 412.").DoesNotApply(ReadOnly),
        Should("7644-3.12-501", "What the server does not do is a 501."),
        Should("7644-3.12-redirects", "A 307 or 308 sends a client elsewhere.")
            .DoesNotApply("everything is where the client asked for it."),
        May("7644-3.13-version", "The base URL names the protocol's version as `v2`."),
        Should("7644-3.13-no-version", "Without a version in the URL the newest one is served.")
            .DoesNotApply("there is one base URL, and it ends in `v2`."),
        Must("7644-3.14-header", "A resource's version is in the header `ETag`."),
        Should("7644-3.14-meta", "It is in `meta.version` too."),
        May("7644-3.14-weak", "Versions are weak entity tags."),
        May("7644-3.14-not-modified", "A client that names the version it has in `If-None-Match` gets 304 and no body."),
        Must("7644-3.14-if-match", "A change that names an old version in `If-Match` fails.").DoesNotApply(ReadOnly),
        Must("7644-5-names", "User names are prepared before they are compared or found unique, so that writing one in another way makes no other."),
        May("7644-6-tenants", "One server may serve many tenants, of which a client sees only its own."),
        Must("7644-7.2-tls", "Clients reach the server over TLS."),
        Should("7644-7.4-entropy", "A bearer token is too random to guess."),
        Should("7644-7.4-lifetime", "A bearer token does not last for ever.")
            .Decline("whoever makes a token says when it ends, and may let it never, since SCIM clients such as Entra hold one for years. Either way it can be replaced without an interruption."),
        Should("7644-7.5.2-url", "Personal data need not be in a URL: whatever a GET can ask, a POST to `/.search` can ask too."),
        Must("7644-7.6-anonymous", "Requests that need no authentication are limited to what may be public.")
            .DoesNotApply("nobody's data are read without a token."),
        Must("7644-7.7-storage", "Secrets are not stored in the clear."),
        Must("7644-7.8-comparison", "Text is prepared before it is compared without its letter case, in any script."),
    ];
}
