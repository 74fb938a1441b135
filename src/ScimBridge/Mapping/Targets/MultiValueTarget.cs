using ScimBridge.Protocol.Resources;

namespace ScimBridge.Mapping.Targets;

/// <summary>An attribute with many values, each of a type of its own.</summary>
/// <param name="Name">The attribute.</param>
/// <param name="Kind">What its values are.</param>
/// <param name="HasPrimary">Whether one of its values is the preferred one.</param>
/// <param name="Get">Its values.</param>
/// <param name="With">The user with other values.</param>
internal sealed record MultiValueTarget(
    string Name,
    TargetKind Kind,
    bool HasPrimary,
    Func<ScimUser, IReadOnlyList<ScimMultiValue>?> Get,
    Func<ScimUser, IReadOnlyList<ScimMultiValue>?, ScimUser> With)
{
    /// <summary>What a path names of it; null when that can't be filled.</summary>
    public AttributeTarget? Find(TargetPath path) => (path.Type, path.Sub?.ToUpperInvariant()) switch
    {
        (null, null) => TargetSetters.Whole(Name, user => With(user, null)),
        ({ } type, null) => TargetSetters.Whole($"{Name}[type eq \"{type}\"]", user => SetValue(user, type, null)),
        ({ } type, "VALUE") => new AttributeTarget($"{Name}[type eq \"{type}\"].value", Kind, 1, (user, value) => SetValue(user, type, value)),
        ({ } type, "DISPLAY") => new AttributeTarget(
            $"{Name}[type eq \"{type}\"].display", TargetKind.Text, 2, (user, display) => SetDisplay(user, type, display)),
        _ => null,
    };

    private ScimUser SetValue(ScimUser user, string type, string? value)
    {
        var values = (Get(user) ?? []).ToList();
        var index = values.FindIndex(other => IsOf(other.Type, type));
        if (value is null)
        {
            if (index < 0)
            {
                return user;
            }

            values.RemoveAt(index);
        }
        else if (index < 0)
        {
            values.Add(new ScimMultiValue { Value = value, Type = type });
        }
        else
        {
            values[index] = values[index] with { Value = value };
        }

        // Clients ask for the primary one, so there is one as long as there is any.
        if (HasPrimary && values.Count > 0 && !values.Exists(other => other.Primary == true))
        {
            values[0] = values[0] with { Primary = true };
        }

        return With(user, values.Count == 0 ? null : values);
    }

    private ScimUser SetDisplay(ScimUser user, string type, string? display) => With(
        user, Get(user)?.Select(value => IsOf(value.Type, type) ? value with { Display = display } : value).ToList());

    /// <summary>Whether a value is of a type, whatever the case.</summary>
    public static bool IsOf(string? type, string wanted) => string.Equals(type, wanted, StringComparison.OrdinalIgnoreCase);
}
