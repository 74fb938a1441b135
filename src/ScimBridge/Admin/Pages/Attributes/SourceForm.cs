using ScimBridge.Mapping.Rules;

namespace ScimBridge.Admin.Pages.Attributes;

/// <summary>A source while somebody edits it: what another kind would say is kept, for going back to it.</summary>
internal sealed class SourceForm
{
    /// <summary>What the value is made of.</summary>
    public SourceKind Kind { get; set; }

    /// <summary>The id of the field; empty while none is chosen.</summary>
    public string Field { get; set; } = "";

    /// <summary>What to take of a list item or another employee.</summary>
    public ItemForm? As { get; set; }

    /// <summary>The sources that are tried in turn.</summary>
    public List<SourceForm> First { get; private init; } = [];

    /// <summary>The text with fields in it.</summary>
    public string Template { get; set; } = "";

    /// <summary>The text for everybody.</summary>
    public string Constant { get; set; } = "";

    /// <summary>What is done to the value.</summary>
    public List<TransformForm> Transforms { get; private init; } = [];

    /// <summary>The form of a source.</summary>
    public static SourceForm Of(ValueSource source) => new()
    {
        Kind = source switch
        {
            { First: not null } => SourceKind.First,
            { Template: not null } => SourceKind.Template,
            { Constant: not null } => SourceKind.Constant,
            _ => SourceKind.Field,
        },
        Field = source.Field ?? "",
        As = source.As,
        First = [.. (source.First ?? []).Select(Of)],
        Template = source.Template ?? "",
        Constant = source.Constant ?? "",
        Transforms = [.. (source.Transforms ?? []).Select(TransformForm.Of)],
    };

    /// <summary>The source; what is wrong with it is for the rules' own check to say.</summary>
    public ValueSource ToSource() => new()
    {
        Field = Kind is SourceKind.Field ? Field : null,
        As = Kind is SourceKind.Field ? As : null,
        First = Kind is SourceKind.First ? [.. First.Select(source => source.ToSource())] : null,
        Template = Kind is SourceKind.Template ? Template : null,
        Constant = Kind is SourceKind.Constant ? Constant : null,
        Transforms = Transforms.Count == 0 ? null : [.. Transforms.Select(transform => transform.ToTransform())],
    };

    /// <summary>Goes over to another kind; what was a field becomes the first of several.</summary>
    public void Become(SourceKind kind)
    {
        if (kind is SourceKind.First && First.Count == 0)
        {
            First.Add(new SourceForm { Field = Field, As = As });
        }
        else if (kind is SourceKind.Template && Template.Length == 0 && Field.Length > 0)
        {
            Template = $"{{{Field}}}";
        }

        Kind = kind;
    }
}
