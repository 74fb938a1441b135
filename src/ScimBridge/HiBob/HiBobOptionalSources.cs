using ScimBridge.Employees;

namespace ScimBridge.HiBob;

/// <summary>Where HiBob has attributes that the default mapping leaves out.</summary>
internal static class HiBobOptionalSources
{
    /// <summary>Those that admins ask for.</summary>
    public static IReadOnlyList<OptionalSource> All { get; } =
    [
        new("private-email", "Private e-mail address", "emails[type eq \"home\"].value", ["home.privateEmail"], null),
        new("private-phone", "Private telephone", "phoneNumbers[type eq \"home\"].value", ["home.privatePhone"], null),
        new(
            "private-mobile", "Private mobile, where there is none of work", "phoneNumbers[type eq \"mobile\"].value",
            [HiBobFieldIds.WorkMobile, "home.mobilePhone"], null),
        new("photo", "Photo", "photos[type eq \"photo\"].value", ["root.avatarUrl"], null),
        new("slack", "Slack user name", "ims[type eq \"slack\"].value", ["personal.communication.slackUsername"], null),
        new("honorific-prefix", "Honorific prefix", "name.honorificPrefix", [HiBobFieldIds.Honorific], null),
        new("profile-url", "Link to the profile in HiBob", "profileUrl", [], $"https://app.hibob.com/employee-profile/{{{HiBobFieldIds.Id}}}"),
    ];
}
