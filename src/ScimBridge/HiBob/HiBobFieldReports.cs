using ScimBridge.Employees;

namespace ScimBridge.HiBob;

/// <summary>Makes the reports of what a read showed of each wanted field.</summary>
internal static class HiBobFieldReports
{
    /// <summary>A report for each wanted field, those that this HiBob does not know among them.</summary>
    public static IReadOnlyList<FieldReport> Of(HiBobFieldPlan plan, PersonObserver observed)
    {
        var known = plan.Fields.ToDictionary(field => field.Id, StringComparer.Ordinal);
        return [.. plan.WantedIds.Select(id => Of(id, known.GetValueOrDefault(id), observed))];
    }

    private static FieldReport Of(string id, HiBobField? field, PersonObserver observed)
    {
        var (seen, present) = observed.CountsOf(id);
        var info = field is null ? Unknown(id) : field.Metadata is { } metadata ? HiBobFieldInfo.Of(metadata) with { Category = field.Category } : HiBobFieldInfo.Of(field);
        return new FieldReport(
            info, field is not null, seen, present, HiBobFieldInfo.Permission(info.Category), HiBobDefaultSources.AttributesOf(id));
    }

    private static FieldInfo Unknown(string id) => HiBobFieldCatalogue.ReadSet.FirstOrDefault(field => field.Id == id) is { } builtIn
        ? HiBobFieldInfo.Of(builtIn)
        : new FieldInfo(id, id, "unknown", FieldValueKind.Other, Sensitive: false);
}
