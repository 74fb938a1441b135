using ScimBridge.Mapping.Rules;

namespace ScimBridge.Admin.Pages.Attributes;

/// <summary>A transform while somebody edits it.</summary>
internal sealed class TransformForm
{
    /// <summary>What is done.</summary>
    public TransformKind Kind { get; set; }

    /// <summary>The country of telephone numbers without a country code; empty for none.</summary>
    public string Region { get; set; } = "";

    /// <summary>What each value becomes.</summary>
    public List<TableLine> Table { get; private init; } = [];

    /// <summary>What becomes of all other values.</summary>
    public OtherValues Others { get; set; }

    /// <summary>The text that they become.</summary>
    public string Otherwise { get; set; } = "";

    /// <summary>Whether a value stands in the table twice, of which only the last would be kept.</summary>
    public bool HasDoubles => Table.Select(line => line.From).Distinct(StringComparer.Ordinal).Count() < Table.Count;

    /// <summary>The form of a transform.</summary>
    public static TransformForm Of(Transform transform) => new()
    {
        Kind = transform.Kind,
        Region = transform.Region ?? "",
        Table = [.. (transform.Table ?? new Dictionary<string, string>()).Select(line => new TableLine { From = line.Key, To = line.Value })],
        Others = transform.Otherwise switch
        {
            null => OtherValues.Reported,
            "" => OtherValues.LeftOut,
            _ => OtherValues.Replaced,
        },
        Otherwise = transform.Otherwise ?? "",
    };

    /// <summary>The transform.</summary>
    public Transform ToTransform() => Kind is TransformKind.Map
        ? new Transform { Kind = Kind, Table = Lines(), Otherwise = OtherwiseText() }
        : new Transform { Kind = Kind, Region = Kind is TransformKind.E164 && Region.Length > 0 ? Region : null };

    private Dictionary<string, string> Lines()
    {
        var lines = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in Table)
        {
            lines[line.From] = line.To;
        }

        return lines;
    }

    private string? OtherwiseText() => Others switch
    {
        OtherValues.Reported => null,
        OtherValues.LeftOut => "",
        _ => Otherwise,
    };
}
