using ScimBridge.Employees;

namespace ScimBridge.HiBob;

/// <summary>What one read asks for: the read set and the configured fields, as far as this company's HiBob knows them.</summary>
internal sealed class HiBobFieldPlan
{
    private HiBobFieldPlan(
        IReadOnlyList<string> wantedIds,
        IReadOnlyList<HiBobField> fields,
        IReadOnlyList<HiBobField> catalogueFields,
        IReadOnlyList<string> unknownCatalogueFields,
        IReadOnlyList<SourceIssue> issues)
    {
        UnknownCatalogueFields = unknownCatalogueFields;
        CatalogueFields = catalogueFields;
        WantedIds = wantedIds;
        Fields = fields;
        Issues = issues;
        FieldIds = [.. fields.Select(field => field.Id)];
        Tree = FieldTree.Build(fields);
    }

    /// <summary>The ids of all fields that are wanted, those included that this HiBob does not know and is not asked for.</summary>
    public IReadOnlyList<string> WantedIds { get; }

    /// <summary>The fields that are asked for, in ordinal order of their ids.</summary>
    public IReadOnlyList<HiBobField> Fields { get; }

    /// <summary>Their ids.</summary>
    public IReadOnlyList<string> FieldIds { get; }

    /// <summary>The fields whose lists groups are made from, as far as this HiBob knows them.</summary>
    public IReadOnlyList<HiBobField> CatalogueFields { get; }

    /// <summary>The fields whose lists groups are made from and that this HiBob does not know.</summary>
    public IReadOnlyList<string> UnknownCatalogueFields { get; }

    /// <summary>The fields that this HiBob does not know, and those that are never read.</summary>
    public IReadOnlyList<SourceIssue> Issues { get; }

    /// <summary>Where the fields are in an employee.</summary>
    public FieldNode Tree { get; }

    /// <summary>The position of a field among <see cref="Fields"/>, or -1.</summary>
    public int IndexOf(string fieldId)
    {
        for (var index = 0; index < Fields.Count; index++)
        {
            if (string.Equals(Fields[index].Id, fieldId, StringComparison.Ordinal))
            {
                return index;
            }
        }

        return -1;
    }

    /// <summary>The list that the items of a field are from; null when it has none.</summary>
    public string? ListOf(string fieldId) => IndexOf(fieldId) is var index and >= 0 ? Fields[index].List : null;

    /// <summary>A plan for some of the fields only, as far as this one has them.</summary>
    public HiBobFieldPlan Only(params string[] ids) =>
        new(ids, [.. Fields.Where(field => ids.Contains(field.Id, StringComparer.Ordinal))], [], [], []);

    /// <summary>Joins the catalogue, the configured fields and the company's metadata.</summary>
    public static HiBobFieldPlan Make(ReadRequest request, IReadOnlyDictionary<string, HiBobFieldMetadata> metadata)
    {
        var builtIn = HiBobFieldCatalogue.ReadSet.ToDictionary(field => field.Id, StringComparer.Ordinal);
        var fields = new List<HiBobField>();
        var issues = new List<SourceIssue>();
        var asked = builtIn.Keys.Concat(request.Fields).Concat(request.CatalogueFields).Distinct(StringComparer.Ordinal);
        var ids = new List<string>();
        foreach (var id in asked.Order(StringComparer.Ordinal))
        {
            if (HiBobFieldInfo.IsSensitive(id, metadata.GetValueOrDefault(id)))
            {
                issues.Add(HiBobIssues.SensitiveField(id));
            }
            else
            {
                ids.Add(id);
            }
        }

        foreach (var id in ids)
        {
            var known = builtIn.GetValueOrDefault(id);
            if (metadata.TryGetValue(id, out var said))
            {
                fields.Add(new HiBobField(
                    id,
                    HiBobField.DefaultPath(said.Path ?? id),
                    known?.Kind ?? said.Kind,
                    said.List ?? known?.List,
                    said.Category ?? known?.Category ?? "the field's category")
                { Metadata = said });
            }
            else if (id is HiBobFieldIds.Id)
            {
                // Without the id nothing works, so it is asked for whatever the metadata say.
                fields.Add(known!);
            }
            else
            {
                issues.Add(HiBobIssues.UnknownField(id));
            }
        }

        var catalogueFields = fields.Where(field => request.CatalogueFields.Contains(field.Id, StringComparer.Ordinal)).ToList();
        var unknown = request.CatalogueFields.Except(catalogueFields.Select(field => field.Id), StringComparer.Ordinal).ToList();
        return new HiBobFieldPlan(ids, fields, catalogueFields, unknown, issues);
    }
}
