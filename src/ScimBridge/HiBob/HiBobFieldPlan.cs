using ScimBridge.Employees;

namespace ScimBridge.HiBob;

/// <summary>What one read asks for: the read set and the configured fields, as far as this company's HiBob knows them.</summary>
internal sealed class HiBobFieldPlan
{
    private HiBobFieldPlan(
        IReadOnlyList<string> wantedIds,
        IReadOnlyList<HiBobField> fields,
        IReadOnlyList<HiBobField> catalogueFields,
        IReadOnlyList<SourceIssue> issues)
    {
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

    /// <summary>The fields that this HiBob does not know.</summary>
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

    /// <summary>Joins the catalogue, the configured fields and the company's metadata.</summary>
    public static HiBobFieldPlan Make(ReadRequest request, IReadOnlyDictionary<string, HiBobFieldMetadata> metadata)
    {
        var builtIn = HiBobFieldCatalogue.ReadSet.ToDictionary(field => field.Id, StringComparer.Ordinal);
        var fields = new List<HiBobField>();
        var issues = new List<SourceIssue>();
        var ids = builtIn.Keys.Concat(request.Fields).Concat(request.CatalogueFields).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        foreach (var id in ids)
        {
            var known = builtIn.GetValueOrDefault(id);
            if (metadata.TryGetValue(id, out var said))
            {
                fields.Add(new HiBobField(
                    id,
                    said.Path ?? HiBobField.DefaultPath(id),
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
        return new HiBobFieldPlan(ids, fields, catalogueFields, issues);
    }
}
