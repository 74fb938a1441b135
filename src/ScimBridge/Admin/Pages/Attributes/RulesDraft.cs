using ScimBridge.Mapping;

namespace ScimBridge.Admin.Pages.Attributes;

/// <summary>Rules that somebody is changing and has not saved.</summary>
/// <param name="revision">The revision that the draft begins with.</param>
/// <param name="saved">Its rules.</param>
internal sealed class RulesDraft(int revision, DirectoryRules saved)
{
    private DirectoryRules saved = saved;

    /// <summary>The revision that the draft is a change of.</summary>
    public int Revision { get; private set; } = revision;

    /// <summary>The rules as they are to be; while <see cref="Text"/> can't be read, as they were before it.</summary>
    public DirectoryRules Rules { get; private set; } = saved;

    /// <summary>Rises with every change.</summary>
    public int Edition { get; private set; }

    /// <summary>A document that was typed and can't be read; null when there is none.</summary>
    public string? Text { get; private set; }

    /// <summary>What is wrong with it.</summary>
    public RuleFault? TextFault { get; private set; }

    /// <summary>The rules as JSON.</summary>
    public string Json => DirectoryRulesJson.Write(Rules);

    /// <summary>Whether there is anything to save or to lose.</summary>
    public bool IsChanged => Text is not null || Json != DirectoryRulesJson.Write(saved);

    /// <summary>What was changed, in words.</summary>
    public IReadOnlyList<string> Changes => RulesMerge.Differences(saved, Rules);

    /// <summary>Changes the rules.</summary>
    public void Change(DirectoryRules rules)
    {
        (Rules, Text, TextFault) = (rules, null, null);
        Edition++;
    }

    /// <summary>Takes a document that was typed; one that can't be read is kept as it is, with its fault.</summary>
    public void Type(string text)
    {
        if (DirectoryRulesJson.TryRead(text, out var rules, out var fault))
        {
            Change(rules);
            return;
        }

        (Text, TextFault) = (text, fault);
        Edition++;
    }

    /// <summary>Goes back to the rules that were saved, or to those saved meanwhile.</summary>
    public void Begin(int newest, DirectoryRules rules)
    {
        (Revision, saved) = (newest, rules);
        Change(rules);
    }

    /// <summary>Goes back to the rules that the draft began with.</summary>
    public void ThrowAway() => Change(saved);

    /// <summary>Puts what was changed here on top of what somebody else saved meanwhile.</summary>
    public void PutOn(int newest, DirectoryRules theirs)
    {
        var merged = RulesMerge.Merge(saved, Rules, theirs);
        (Revision, saved) = (newest, theirs);
        Change(merged);
    }
}
