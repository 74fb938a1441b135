using ScimBridge.HiBobSimulator.Api;

namespace ScimBridge.HiBobSimulator.Control;

/// <summary>Shows lists, and adds, renames and archives their items.</summary>
internal sealed class ControlLists(Company company, SimulatorShapes shapes)
{
    public Task ListAsync(HttpContext context) =>
        ControlJson.AnswerAsync(context, writer => MetadataWriter.WriteLists(writer, company, includeArchived: true, shapes));

    public Task GetAsync(HttpContext context)
    {
        var list = company.List(Name(context));
        return ControlJson.AnswerAsync(context, writer => MetadataWriter.WriteList(writer, list, includeArchived: true, shapes));
    }

    public async Task PutListAsync(HttpContext context)
    {
        var body = await ControlJson.ReadObjectAsync(context, "integerIds");
        var list = company.AddList(Name(context), body.TryGetProperty("integerIds", out var given) && ControlJson.Value(given) is true);
        await ControlJson.AnswerAsync(context, ("name", list.Name), ("integerIds", list.IntegerIds));
    }

    public async Task PutAsync(HttpContext context)
    {
        var body = await ControlJson.ReadObjectAsync(context, "name", "archived", "parent");
        var list = company.List(Name(context));
        var id = context.Request.RouteValues["id"] as string ?? "";
        var name = body.TryGetProperty("name", out var given) ? ControlJson.Value(given) as string : null;
        if (list.Find(id) is null)
        {
            _ = name ?? throw ControlJson.Refuse("A new item needs a name.");
            company.AddListItem(list.Name, id, name, body.TryGetProperty("parent", out var parent) ? ControlJson.Value(parent) : null);
        }
        else if (name is not null)
        {
            company.RenameListItem(list.Name, id, name);
        }

        if (body.TryGetProperty("archived", out var archived))
        {
            company.ArchiveListItem(list.Name, id, ControlJson.Value(archived) is true);
        }

        var item = list.Require(id);
        await ControlJson.AnswerAsync(context, ("id", item.Id), ("name", item.Name), ("archived", item.Archived));
    }

    private static string Name(HttpContext context) => context.Request.RouteValues["list"] as string ?? "";
}
