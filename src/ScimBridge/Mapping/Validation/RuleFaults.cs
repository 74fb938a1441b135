using System.Globalization;

namespace ScimBridge.Mapping.Validation;

/// <summary>Collects faults.</summary>
internal sealed class RuleFaults
{
    private readonly List<RuleFault> all = [];

    /// <summary>The faults, in the order in which they were found.</summary>
    public IReadOnlyList<RuleFault> All => all;

    /// <summary>Adds a fault.</summary>
    public void Add(string pointer, string problem, string advice) => all.Add(new RuleFault(pointer, problem, advice));

    /// <summary>Finds fault with a list that is too long.</summary>
    /// <returns>Whether it is not, and worth going through.</returns>
    public bool Limit(string pointer, int count, int most, string what)
    {
        if (count <= most)
        {
            return true;
        }

        Add(pointer, string.Create(CultureInfo.InvariantCulture, $"There are {count} {what}, and {most} at most are allowed."), "Take some out.");
        return false;
    }

    /// <summary>Finds fault with a text that is empty or longer than an attribute can hold.</summary>
    public void Text(string pointer, string? text, int longest)
    {
        if (CleanText.Of(text) is null)
        {
            Add(pointer, "There is no text.", "Write one, or leave the member out.");
        }
        else if (text!.Length > longest)
        {
            Add(pointer, string.Create(CultureInfo.InvariantCulture, $"The text has more than {longest} characters."), "Shorten it.");
        }
    }

    /// <summary>Finds fault with a number of days that is out of bounds.</summary>
    public void Range(string pointer, int? days, int most)
    {
        if (days is { } number && (number < 0 || number > most))
        {
            Add(pointer, string.Create(CultureInfo.InvariantCulture, $"The number of days must be from 0 to {most}."), "Write one of those.");
        }
    }
}
