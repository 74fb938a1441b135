using System.Globalization;
using System.Text.Json;

namespace ScimBridge.HiBobSimulator.Control;

/// <summary>Changes that are dated ahead, and those that happen between requests.</summary>
internal sealed class ControlSchedule(Company company, SimulatorScript script)
{
    public Task ListAsync(HttpContext context) => ControlJson.AnswerAsync(context, writer =>
    {
        writer.WriteStartArray();
        foreach (var row in company.Scheduled)
        {
            Write(writer, row);
        }

        writer.WriteEndArray();
    });

    public async Task PostAsync(HttpContext context)
    {
        var body = await ControlJson.ReadObjectAsync(context, "effectiveDate", "set");
        var given = body.TryGetProperty("effectiveDate", out var day) ? ControlJson.Value(day) as string : null;
        if (!DateOnly.TryParseExact(given, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var effective))
        {
            throw ControlJson.Refuse("'effectiveDate' takes a day as yyyy-MM-dd.");
        }

        var row = company.Schedule(Id(context), effective, ControlPeople.Pairs(ControlPeople.Values(context, company, Set(body))));
        await ControlJson.AnswerAsync(context, writer => Write(writer, row), StatusCodes.Status201Created);
    }

    public Task DeleteAsync(HttpContext context)
    {
        var isRemoved = long.TryParse(Id(context), NumberStyles.None, CultureInfo.InvariantCulture, out var row) && company.CancelScheduled(row);
        context.Response.StatusCode = isRemoved ? StatusCodes.Status204NoContent : StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }

    public Task GetScriptAsync(HttpContext context) => ControlJson.AnswerAsync(context, ("waiting", script.Waiting));

    public async Task PostScriptAsync(HttpContext context)
    {
        var body = await ControlJson.ReadObjectAsync(context, "endpoint", "skip", "person", "set", "remove");
        var endpoint = ControlFaults.Name<SimulatorEndpoint>(body, "endpoint") ?? SimulatorEndpoint.PeopleSearch;
        var skip = ControlFaults.Number(body, "skip") ?? 0;
        var id = body.TryGetProperty("person", out var person) ? ControlJson.Value(person) as string : null;
        if (id is null || company.Find(id) is null)
        {
            throw ControlJson.Refuse("'person' takes the id of a person.");
        }

        if (body.TryGetProperty("remove", out var remove) && ControlJson.Value(remove) is true)
        {
            script.Before(endpoint, skip, there => there.Remove(id));
        }
        else
        {
            var values = ControlPeople.Pairs(ControlPeople.Values(context, company, Set(body)));
            script.Before(endpoint, skip, there => UpdateIfThere(there, id, values));
        }

        await GetScriptAsync(context);
    }

    public Task DeleteScriptAsync(HttpContext context)
    {
        script.Clear();
        context.Response.StatusCode = StatusCodes.Status204NoContent;
        return Task.CompletedTask;
    }

    private static string Id(HttpContext context) => context.Request.RouteValues["id"] as string ?? "";

    private static JsonElement Set(JsonElement body) =>
        body.TryGetProperty("set", out var set) ? set : throw ControlJson.Refuse("'set' takes an object of field ids and values.");

    private static void UpdateIfThere(Company company, string id, (string FieldId, object? Value)[] values)
    {
        if (company.Find(id) is not null)
        {
            company.Update(id, values);
        }
    }

    private static void Write(Utf8JsonWriter writer, ScheduledChange row)
    {
        writer.WriteStartObject();
        writer.WriteNumber("id", row.Id);
        writer.WriteString("person", row.PersonId);
        writer.WriteString("effectiveDate", SimulatorClock.Text(row.EffectiveDate));
        writer.WritePropertyName("set");
        ControlJson.WriteObject(writer, row.Fields.Select(pair => (pair.Key, pair.Value)));
        writer.WriteEndObject();
    }
}
