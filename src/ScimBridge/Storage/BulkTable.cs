using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace ScimBridge.Storage;

/// <summary>How a record type is laid out in its table, taken from the model, for writing many rows without change tracking.</summary>
internal sealed class BulkTable
{
    private BulkTable(IEntityType entity)
    {
        var table = StoreObjectIdentifier.Table(entity.GetTableName()!, entity.GetSchema());
        Name = table.Name;
        Columns =
        [
            .. entity.GetProperties()
                .Where(property => property.ValueGenerated is ValueGenerated.Never)
                .Select(property => new BulkColumn(property, property.GetColumnName(table)!, property.GetRelationalTypeMapping())),
        ];
    }

    /// <summary>The table's name.</summary>
    public string Name { get; }

    /// <summary>The columns that a row is given; those that the database fills are not among them.</summary>
    public IReadOnlyList<BulkColumn> Columns { get; }

    /// <summary>The layout of <typeparamref name="T"/> in <paramref name="model"/>.</summary>
    public static BulkTable Of<T>(IModel model) => new(model.FindEntityType(typeof(T))!);
}

/// <summary>One column of a <see cref="BulkTable"/>.</summary>
internal sealed class BulkColumn(IProperty property, string name, RelationalTypeMapping mapping)
{
    private readonly IClrPropertyGetter getter = property.GetGetter();

    /// <summary>The column's name.</summary>
    public string Name { get; } = name;

    /// <summary>The column's type in the database.</summary>
    public string StoreType { get; } = mapping.StoreType;

    /// <summary>The value to send for <paramref name="record"/>; null for no value.</summary>
    public object? ValueOf(object record)
    {
        var value = getter.GetClrValue(record);
        return mapping.Converter is { } converter ? converter.ConvertToProvider(value) : value;
    }
}
