using System.Globalization;
using ScimBridge.Mapping;
using ScimBridge.Protocol;
using ScimBridge.Storage;

namespace ScimBridge.Sync;

/// <summary>Digests all that a user's resource is made from, so that whoever did not change need not be mapped again.</summary>
internal static class InputDigest
{
    // The code is part of the input: a build that maps otherwise has other identifiers, and everybody is mapped once more.
    private static readonly string Code =
        $"{typeof(UserMapper).Module.ModuleVersionId:N}{typeof(ScimException).Module.ModuleVersionId:N}";

    /// <summary>The digest of a person's fields, of the facts about them, and of the code that maps both.</summary>
    /// <param name="rules">The fingerprint of the directory's rules.</param>
    /// <param name="entry">The person.</param>
    /// <param name="facts">What takes the whole directory to know.</param>
    public static Digest Of(string rules, RosterEntry entry, UserFacts facts)
    {
        var input = new DigestInput();
        input.Add(Code);
        input.Add(rules);
        input.Add(entry.FieldsHash.Value.ToString("x32", CultureInfo.InvariantCulture));
        input.Add(facts.UserName);
        input.Add(facts.Active ? "active" : null);

        // No reader sees it, but why somebody is inactive, being missing among the reasons, is kept beside the resource.
        input.Add(entry.Reason);
        input.Add(facts.IncludeHomeAddress ? "home" : null);
        input.Add(facts.Manager?.Value);
        input.Add(facts.Manager?.DisplayName);
        foreach (var group in facts.Groups)
        {
            input.Add(group.Value);
            input.Add(group.Display);
        }

        return input.ToDigest();
    }
}
