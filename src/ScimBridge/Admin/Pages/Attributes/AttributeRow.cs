namespace ScimBridge.Admin.Pages.Attributes;

/// <summary>One attribute in the table of those that a directory serves.</summary>
/// <param name="Path">The attribute as clients write it; of one of the directory's own its name.</param>
/// <param name="Subject">What kind of attribute it is.</param>
/// <param name="Origin">Who says where it comes from.</param>
/// <param name="Made">What it is made from, in words.</param>
internal sealed record AttributeRow(string Path, RuleSubject Subject, AttributeOrigin Origin, string Made)
{
    /// <summary>The share of people who have it, from 0 to 1; null when that is not known.</summary>
    public double? Share { get; init; }

    /// <summary>Whether more may have it than <see cref="Share"/> says, because it is made of several fields.</summary>
    public bool AtLeast { get; init; }

    /// <summary>The fields of which the service user sees nothing.</summary>
    public IReadOnlyList<string> Hidden { get; init; } = [];
}
