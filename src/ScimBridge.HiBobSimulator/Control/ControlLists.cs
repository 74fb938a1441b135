namespace ScimBridge.HiBobSimulator.Control;

/// <summary>Adds, renames and archives list items.</summary>
internal sealed class ControlLists(Company company)
{
    public async Task PutAsync(HttpContext context)
    {
        var body = await ControlJson.ReadObjectAsync(context, "name", "archived", "parent");
        var list = company.List(context.Request.RouteValues["list"] as string ?? "");
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
}
