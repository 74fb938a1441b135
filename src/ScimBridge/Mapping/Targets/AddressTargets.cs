using ScimBridge.Protocol.Resources;

namespace ScimBridge.Mapping.Targets;

/// <summary>The parts of addresses, each of a type of its own.</summary>
internal static class AddressTargets
{
    private static readonly Dictionary<string, (string Name, TargetKind Kind, Func<ScimAddress, string?, ScimAddress> Set)> ByPart =
        new(StringComparer.OrdinalIgnoreCase)
        {
            ["streetAddress"] = ("streetAddress", TargetKind.Text, (address, value) => address with { StreetAddress = value }),
            ["locality"] = ("locality", TargetKind.Text, (address, value) => address with { Locality = value }),
            ["region"] = ("region", TargetKind.Text, (address, value) => address with { Region = value }),
            ["postalCode"] = ("postalCode", TargetKind.Text, (address, value) => address with { PostalCode = value }),
            ["country"] = ("country", TargetKind.Country, (address, value) => address with { Country = value }),
        };

    /// <summary>The parts that a rule can fill.</summary>
    public static IEnumerable<string> Parts => ByPart.Keys.Append("formatted");

    /// <summary>What a path names of addresses; null when that can't be filled.</summary>
    public static AttributeTarget? Find(TargetPath path)
    {
        if (path.Type is not { } type)
        {
            return path.Sub is null ? TargetSetters.Whole("addresses", user => user with { Addresses = null }) : null;
        }

        if (path.Sub is not { } sub)
        {
            return TargetSetters.Whole($"addresses[type eq \"{type}\"]", user => Change(user, type, _ => null));
        }

        if (sub.Equals("formatted", StringComparison.OrdinalIgnoreCase))
        {
            // After the other parts, which make it anew.
            return new AttributeTarget(
                $"addresses[type eq \"{type}\"].formatted", TargetKind.Text, 2,
                (user, value) => Change(user, type, address => address with { Formatted = value }));
        }

        return ByPart.TryGetValue(sub, out var part)
            ? new AttributeTarget(
                $"addresses[type eq \"{type}\"].{part.Name}", part.Kind, 1,
                (user, value) => Change(user, type, address => Formatted(part.Set(address, value))))
            : null;
    }

    // What a rule takes out of an address must not be read in its formatted text.
    private static ScimAddress Formatted(ScimAddress address) => address with
    {
        Formatted = AddressRules.Body(address.StreetAddress, address.Locality, address.Region, address.PostalCode, address.Country),
    };

    private static ScimUser Change(ScimUser user, string type, Func<ScimAddress, ScimAddress?> change)
    {
        var addresses = (user.Addresses ?? []).ToList();
        var index = addresses.FindIndex(address => MultiValueTarget.IsOf(address.Type, type));
        var changed = change(index < 0 ? new ScimAddress { Type = type } : addresses[index]);
        var isEmpty = changed is null || changed with { Type = null, Primary = null } == new ScimAddress();
        if (index >= 0 && isEmpty)
        {
            addresses.RemoveAt(index);
        }
        else if (index >= 0)
        {
            addresses[index] = changed!;
        }
        else if (!isEmpty)
        {
            addresses.Add(changed!);
        }

        if (addresses.Count > 0 && !addresses.Exists(address => address.Primary == true))
        {
            addresses[0] = addresses[0] with { Primary = true };
        }

        return user with { Addresses = addresses.Count == 0 ? null : addresses };
    }
}
