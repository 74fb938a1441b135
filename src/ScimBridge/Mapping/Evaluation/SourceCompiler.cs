using ScimBridge.Mapping.Explaining;
using ScimBridge.Mapping.Rules;

namespace ScimBridge.Mapping.Evaluation;

/// <summary>Makes sources ready.</summary>
internal static class SourceCompiler
{
    /// <summary>The source, ready to be asked. One that says nothing, or a template that can't be read, has never a value.</summary>
    public static SourceReader Compile(ValueSource source)
    {
        var reader = source switch
        {
            { Field: { } field } => Field(field, source.As),
            { First: { } first } => Chain([.. first.Select(Compile)]),
            { Constant: { } constant } => Constant(constant),
            { Template: { } template } when Template.TryParse(template, out var parsed, out _) => FromTemplate(parsed),
            _ => (_, _) => SourceOutcome.Nothing,
        };
        return source.Transforms is { Count: > 0 } transforms ? Transformed(reader, [.. transforms.Select(TransformCompiler.Compile)]) : reader;
    }

    /// <summary>The ids of the fields that a source names.</summary>
    public static IEnumerable<string> FieldsOf(ValueSource? source) => source switch
    {
        null => [],
        { Field: { } field } => [field],
        { First: { } first } => first.SelectMany(FieldsOf),
        { Template: { } template } when Template.TryParse(template, out var parsed, out _) => parsed.Fields,
        _ => [],
    };

    private static SourceReader Field(string field, ItemForm? form) => (person, tried) =>
    {
        var texts = person.Texts(field, form);
        tried?.Add(FieldTried.Of(field, person[field]) with { Won = texts.Count > 0 });
        return new SourceOutcome(texts, null);
    };

    private static SourceReader Constant(string constant) => (_, _) =>
        CleanText.Of(constant) is { } text ? new SourceOutcome([text], null) : SourceOutcome.Nothing;

    private static SourceReader FromTemplate(Template template) => (person, tried) =>
        template.Fill(field =>
        {
            var text = new SourceOutcome(person.Texts(field, null), null).Text;
            tried?.Add(FieldTried.Of(field, person[field]) with { Won = text is not null });
            return text;
        }) is { } filled ? new SourceOutcome([filled], null) : SourceOutcome.Nothing;

    // A value that was refused is told of only where nothing else stands in for it.
    private static SourceReader Chain(SourceReader[] readers) => (person, tried) =>
    {
        TransformKind? refused = null;
        foreach (var reader in readers)
        {
            var attempt = tried is null ? null : new List<FieldTried>();
            var outcome = reader(person, attempt);
            foreach (var field in attempt ?? [])
            {
                tried!.Add(field with { Won = field.Won && outcome.Text is not null });
            }

            if (outcome.Text is not null)
            {
                return outcome;
            }

            refused ??= outcome.Refused;
        }

        return SourceOutcome.Nothing with { Refused = refused };
    };

    private static SourceReader Transformed(SourceReader reader, CompiledTransform[] transforms) => (person, tried) =>
    {
        var outcome = reader(person, tried);
        if (outcome.Values.Count == 0)
        {
            return outcome;
        }

        var values = new List<string>(outcome.Values.Count);
        var refused = outcome.Refused;
        foreach (var value in outcome.Values)
        {
            var text = value;
            foreach (var transform in transforms)
            {
                var made = transform.Apply(text);
                refused ??= made is null ? transform.Kind : null;
                text = CleanText.Of(made);
                if (text is null)
                {
                    break;
                }
            }

            if (text is not null)
            {
                values.Add(text);
            }
        }

        return new SourceOutcome(values, refused);
    };
}
