using System.Globalization;
using System.Text.Json;

namespace ScimBridge.HiBobSimulator.Control;

/// <summary>People as flat objects of field ids and values.</summary>
internal sealed class ControlPeople(Company company)
{
    private static readonly string[] Required = ["root.email", "root.firstName", "root.surname"];

    public Task ListAsync(HttpContext context)
    {
        var people = company.People;
        var page = people.Skip(Number(context, "skip", 0)).Take(Number(context, "take", 50)).ToArray();
        return ControlJson.AnswerAsync(context, writer =>
        {
            writer.WriteStartObject();
            writer.WriteNumber("total", people.Count);
            writer.WriteStartArray("people");
            foreach (var person in page)
            {
                ControlJson.WriteObject(
                    writer,
                    [
                        ("root.id", person.Id), ("root.email", person.Email), ("root.displayName", person.DisplayName),
                        ("internal.lifecycleStatus", person.LifecycleStatus), ("internal.status", person.Status),
                    ]);
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        });
    }

    public Task GetAsync(HttpContext context) => AnswerAsync(context, Require(Id(context)));

    public async Task CreateAsync(HttpContext context)
    {
        var values = await ReadAsync(context);
        foreach (var fieldId in Required.Where(fieldId => values.GetValueOrDefault(fieldId) is null))
        {
            throw ControlJson.Refuse($"A new person needs '{fieldId}'.");
        }

        await AnswerAsync(context, company.Add(WithDisplayName(values)), StatusCodes.Status201Created);
    }

    public async Task PatchAsync(HttpContext context)
    {
        var values = await ReadAsync(context);
        var person = Require(Id(context));
        company.Update(person.Id, Pairs(values));

        await AnswerAsync(context, person);
    }

    public async Task PutAsync(HttpContext context)
    {
        var values = await ReadAsync(context);
        var id = Id(context);
        if (values.TryGetValue("root.id", out var own) && own as string != id)
        {
            throw ControlJson.Refuse("A person's id never changes.");
        }

        values["root.id"] = id;
        if (company.Find(id) is not { } person)
        {
            await AnswerAsync(context, company.Add(WithDisplayName(values)), StatusCodes.Status201Created);
            return;
        }

        Replace(person, values);

        await AnswerAsync(context, person);
    }

    public Task DeleteAsync(HttpContext context)
    {
        context.Response.StatusCode = company.Remove(Id(context)) ? StatusCodes.Status204NoContent : StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }

    /// <summary>The values of a body, checked as a whole before anything changes.</summary>
    public static Dictionary<string, object?> Values(HttpContext context, Company company, JsonElement body)
    {
        ControlJson.RequireObject(body);
        var force = context.Request.Query["force"] == "true";
        var values = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var property in body.EnumerateObject())
        {
            var value = ControlJson.Value(property.Value);
            var field = company.Fields.Require(property.Name);
            if (!force && field != company.Known.Id && FieldValues.Objection(company, field, value) is { } objection)
            {
                throw ControlJson.Refuse(objection);
            }

            values[property.Name] = value;
        }

        return values;
    }

    public static (string FieldId, object? Value)[] Pairs(Dictionary<string, object?> values) =>
        [.. values.Select(pair => (pair.Key, pair.Value))];

    private static string Id(HttpContext context) => context.Request.RouteValues["id"] as string ?? "";

    private static int Number(HttpContext context, string name, int otherwise) =>
        int.TryParse(context.Request.Query[name], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : otherwise;

    private static Dictionary<string, object?> WithDisplayName(Dictionary<string, object?> values)
    {
        values.TryAdd("root.displayName", $"{values.GetValueOrDefault("root.firstName")} {values.GetValueOrDefault("root.surname")}".Trim());
        return values;
    }

    // One change, so that webhooks tell it as one.
    private void Replace(Person person, Dictionary<string, object?> values)
    {
        if (values.Remove("work.reportsTo", out var manager))
        {
            values.TryAdd("work.manager", manager);
        }

        var changes = new List<(string FieldId, object? Value)>();
        foreach (var field in company.Fields.All.Where(field => field.Id is not ("root.id" or "work.reportsTo")))
        {
            if (values.TryGetValue(field.Id, out var value) || field.Rule is null)
            {
                changes.Add((field.Id, value));
            }
            else
            {
                company.Follow(person.Id, field.Id);
            }
        }

        company.Update(person.Id, [.. changes]);
    }

    private async Task<Dictionary<string, object?>> ReadAsync(HttpContext context) =>
        Values(context, company, await ControlJson.ReadObjectAsync(context));

    private Person Require(string id) => company.Find(id) ?? throw new KeyNotFoundException($"There is no person '{id}'.");

    private Task AnswerAsync(HttpContext context, Person person, int status = StatusCodes.Status200OK) => ControlJson.AnswerAsync(
        context,
        writer => ControlJson.WriteObject(writer, company.Fields.All.Select(field => (field.Id, company.Plain(person, field)))),
        status);
}
