using System.Text.Json;

namespace ScimBridge.HiBobSimulator.Api;

/// <summary>The body of a people search or of a single read, checked as HiBob checks it.</summary>
internal sealed record ReadRequest
{
    private const int MostFields = 400;

    public IReadOnlyList<string>? Fields { get; private init; }

    public bool ShowInactive { get; private init; }

    public string? HumanReadable { get; private init; }

    public bool HasFiltersKey { get; private init; }

    public string? FilterPath { get; private init; }

    public IReadOnlyList<string>? FilterValues { get; private init; }

    public static async Task<ReadRequest> ParseAsync(Stream body, CancellationToken cancellationToken)
    {
        try
        {
            using var document = await JsonDocument.ParseAsync(body, cancellationToken: cancellationToken);
            return Parse(document.RootElement);
        }
        catch (JsonException)
        {
            throw new BadRequestException("validation.body", "The body is not JSON");
        }
    }

    public ReadFormat Format(SimulatorShapes shapes)
    {
        var comparison = shapes.HumanReadableIgnoresCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
        if (string.Equals(HumanReadable, "APPEND", comparison))
        {
            return ReadFormat.Append;
        }

        return string.Equals(HumanReadable, "REPLACE", comparison) ? ReadFormat.Replace : ReadFormat.Machine;
    }

    private static ReadRequest Parse(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object)
        {
            throw new BadRequestException("validation.body", "The body must be an object");
        }

        var hasFilters = root.TryGetProperty("filters", out var filters) && filters.ValueKind != JsonValueKind.Null;
        var (path, values) = hasFilters ? Filter(filters) : default;
        return new ReadRequest
        {
            Fields = root.TryGetProperty("fields", out var fields) && fields.ValueKind != JsonValueKind.Null ? FieldIds(fields) : null,
            ShowInactive = root.TryGetProperty("showInactive", out var inactive) && inactive.ValueKind == JsonValueKind.True,
            HumanReadable = root.TryGetProperty("humanReadable", out var human) && human.ValueKind == JsonValueKind.String
                ? human.GetString()
                : null,
            HasFiltersKey = root.TryGetProperty("filters", out _),
            FilterPath = path,
            FilterValues = values,
        };
    }

    private static string[] FieldIds(JsonElement fields)
    {
        if (fields.ValueKind != JsonValueKind.Array)
        {
            throw new BadRequestException("validation.fields", "fields must be an array");
        }

        return fields.GetArrayLength() <= MostFields
            ? Texts(fields, "validation.fields", "fields must hold strings")
            : throw new BadRequestException("validation.fields", "more than 400 fields requested");
    }

    private static (string Path, string[] Values) Filter(JsonElement filters)
    {
        if (filters.ValueKind != JsonValueKind.Array || filters.GetArrayLength() != 1 || filters[0].ValueKind != JsonValueKind.Object)
        {
            throw new BadRequestException("validation.filters", "filters must hold one filter");
        }

        var filter = filters[0];
        var path = Text(filter, "fieldPath");
        if (path is not ("root.id" or "root.email"))
        {
            throw new BadRequestException("validation.filters", $"{path} cannot be filtered on");
        }

        if (Text(filter, "operator") != "equals")
        {
            throw new BadRequestException("validation.filters", "operator must be equals");
        }

        return filter.TryGetProperty("values", out var values) && values.ValueKind == JsonValueKind.Array && values.GetArrayLength() > 0
            ? (path, Texts(values, "validation.filters", "values must hold strings"))
            : throw new BadRequestException("validation.filters", "values must not be empty");
    }

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static string[] Texts(JsonElement array, string key, string message) =>
        [.. array.EnumerateArray().Select(item => item.ValueKind == JsonValueKind.String
            ? item.GetString() ?? ""
            : throw new BadRequestException(key, message))];
}
