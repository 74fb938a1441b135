using static ScimBridge.Tests.Conformance.Requirement;

namespace ScimBridge.Tests.Conformance;

/// <summary>RFC 7643 sections 4 and 9: users, groups, and how personal data are treated.</summary>
internal static class UserRequirements
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<Requirement> All { get; } =
    [
        Must("7643-4.1.1-user-name", "Every user has a `userName` that is not empty."),
        Must("7643-4.1.1-user-name-unique", "No two users have one `userName`, whatever its letter case."),
        Must("7643-4.1.1-password", "A password is never returned, neither by default nor when asked for."),
        Must("7643-4.1.1-languages", "`preferredLanguage`, `locale` and `timezone` are language tags and names of the time zone database.")
            .DoesNotApply("HiBob has none of the three, so they are unassigned."),
        Should("7643-4.1.2-emails", "An e-mail address is as RFC 5321 says."),
        Should("7643-4.1.2-emails-canonical", "E-mail addresses are canonicalised, such as by a host in small letters.")
            .Decline("HiBob owns them, and clients get them as entered; every comparison ignores letter case."),
        Should("7643-4.1.2-phones", "A phone number is a `tel:` URI of RFC 3966.")
            .Decline("HiBob has them as people typed them, and nothing says of which country they are."),
        Must("7643-4.1.2-country", "A country is a two-letter code of ISO 3166-1."),
        Must("7643-4.1.2-photos", "A photo's URI leads to an image file.")
            .DoesNotApply("photos are not served."),
        Must("7643-4.1.2-groups", "A user's `groups` have the `id` of each group, and are read only."),
        Must("7643-4.1.2-certificates", "A certificate is DER, encoded as base64.")
            .DoesNotApply("certificates are not served."),
        Must("7643-4.2-display-name", "Every group has a `displayName`."),
        Must("7643-4.2-members", "A member's `value` is the `id` of a resource, and its `$ref` leads there."),
        Should("7643-4.3-manager", "A manager is named by `value`, the `id` of a user, and by `$ref`."),
        Must("7643-9.2-secrets", "Passwords and other secrets are not returned in answers."),
    ];
}
