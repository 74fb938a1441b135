using System.Globalization;
using ScimBridge.Protocol.Filtering;

namespace ScimBridge.Mapping;

/// <summary>Gives each group a name that no other one has, whatever the case, since clients match groups by name.</summary>
internal static class GroupNames
{
    /// <summary>The names of <paramref name="drafts"/>, in their order.</summary>
    /// <remarks>
    /// Where groups would share a name all of them move on to their next candidate: if one kept the short name, it would
    /// have to give it up as soon as a lower identifier came along.
    /// </remarks>
    public static IReadOnlyList<string> Unique(IReadOnlyList<GroupNameDraft> drafts)
    {
        var choices = new int[drafts.Count];
        while (MoveClashing(drafts, choices))
        {
        }

        var taken = new HashSet<string>(StringComparer.Ordinal);
        var names = new string[drafts.Count];
        for (var index = 0; index < names.Length; index++)
        {
            names[index] = Numbered(drafts[index].Candidates[choices[index]], taken);
        }

        return names;
    }

    private static bool MoveClashing(IReadOnlyList<GroupNameDraft> drafts, int[] choices)
    {
        var moved = false;
        var clashes = Enumerable.Range(0, drafts.Count)
            .GroupBy(index => ComparisonKey.Of(drafts[index].Candidates[choices[index]]), StringComparer.Ordinal)
            .Where(sharing => sharing.Skip(1).Any());
        foreach (var index in clashes.SelectMany(sharing => sharing).ToList())
        {
            if (choices[index] < drafts[index].Candidates.Count - 1)
            {
                choices[index]++;
                moved = true;
            }
        }

        return moved;
    }

    // Only names that were made to collide, such as an item called "Site: Oslo (5)", are ever numbered.
    private static string Numbered(string name, HashSet<string> taken)
    {
        var unique = name;
        for (var number = 2; !taken.Add(ComparisonKey.Of(unique)); number++)
        {
            unique = string.Create(CultureInfo.InvariantCulture, $"{name} #{number}");
        }

        return unique;
    }
}
