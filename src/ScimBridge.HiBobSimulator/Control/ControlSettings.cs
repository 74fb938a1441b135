using System.Globalization;
using System.Text.Json;

namespace ScimBridge.HiBobSimulator.Control;

/// <summary>Permissions, clock, faults and the request log.</summary>
internal sealed class ControlSettings(HiBobSimulatorServer server)
{
    public Task GetPermissionsAsync(HttpContext context) => ControlJson.AnswerAsync(
        context,
        ("inGroup", server.Permissions.InGroup),
        ("canReadNamedLists", server.Permissions.CanReadNamedLists),
        ("categories", server.Permissions.Categories),
        ("hiddenFields", server.Permissions.HiddenFields),
        ("audienceStatuses", server.Permissions.AudienceStatuses),
        ("audienceIds", server.Permissions.AudienceIds));

    public async Task PutPermissionsAsync(HttpContext context)
    {
        var body = await ControlJson.ReadObjectAsync(
            context, "inGroup", "categories", "hiddenFields", "audienceStatuses", "audienceIds", "canReadNamedLists");
        var inGroup = !body.TryGetProperty("inGroup", out var group) || ControlJson.Value(group) is true;
        var lists = !body.TryGetProperty("canReadNamedLists", out var named) || ControlJson.Value(named) is true;
        var categories = Set(body, "categories") ?? SimulatorPermissions.AllCategories;
        var hidden = Set(body, "hiddenFields") ?? new HashSet<string>();
        if (categories.FirstOrDefault(id => !SimulatorPermissions.AllCategories.Contains(id)) is { } unknown)
        {
            throw ControlJson.Refuse($"There is no category '{unknown}'; known are {string.Join(", ", SimulatorPermissions.AllCategories)}.");
        }

        foreach (var fieldId in hidden)
        {
            server.Company.Fields.Require(fieldId);
        }

        var (statuses, ids) = (Set(body, "audienceStatuses"), Set(body, "audienceIds"));
        server.Permissions.InGroup = inGroup;
        server.Permissions.CanReadNamedLists = lists;
        server.Permissions.Categories = categories;
        server.Permissions.HiddenFields = hidden;
        server.Permissions.AudienceStatuses = statuses;
        server.Permissions.AudienceIds = ids;
        await GetPermissionsAsync(context);
    }

    public Task GetClockAsync(HttpContext context) => ControlJson.AnswerAsync(
        context,
        ("now", server.Clock.Now.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)),
        ("today", server.Clock.TodayText));

    public async Task PostClockAsync(HttpContext context)
    {
        var body = await ControlJson.ReadObjectAsync(context, "set", "advanceDays", "advanceSeconds", "reset");
        if (body.TryGetProperty("reset", out _))
        {
            server.Clock.Reset();
        }

        if (body.TryGetProperty("set", out var set))
        {
            server.Clock.Set(DateTimeOffset.TryParse(
                ControlJson.Value(set) as string, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant)
                ? instant
                : throw ControlJson.Refuse("'set' takes a day or an instant, such as 2026-12-24T00:00:00Z."));
        }

        if (body.TryGetProperty("advanceDays", out var advance))
        {
            server.Clock.Advance(ControlJson.Value(advance) is long and > -36_500 and < 36_500 and var days
                ? TimeSpan.FromDays(days)
                : throw ControlJson.Refuse("'advanceDays' takes a whole number."));
        }

        if (ControlFaults.Number(body, "advanceSeconds") is { } seconds)
        {
            server.Clock.Advance(TimeSpan.FromSeconds(seconds));
        }

        await GetClockAsync(context);
    }

    public Task GetFaultsAsync(HttpContext context) => ControlJson.AnswerAsync(context, writer =>
    {
        writer.WriteStartArray();
        foreach (var fault in server.Faults.Armed)
        {
            ControlFaults.Write(writer, fault);
        }

        writer.WriteEndArray();
    });

    public async Task PutFaultsAsync(HttpContext context)
    {
        var body = await ControlJson.ReadAsync(context);
        SimulatorFault[] faults = body.ValueKind == JsonValueKind.Array
            ? [.. body.EnumerateArray().Select(ControlFaults.Read)]
            : [ControlFaults.Read(body)];
        server.Faults.Clear();
        foreach (var fault in faults)
        {
            server.Faults.Add(fault);
        }

        await GetFaultsAsync(context);
    }

    public Task DeleteFaultsAsync(HttpContext context)
    {
        server.Faults.Clear();
        context.Response.StatusCode = StatusCodes.Status204NoContent;
        return Task.CompletedTask;
    }

    public Task GetRequestsAsync(HttpContext context) => ControlJson.AnswerAsync(
        context,
        [.. Enum.GetValues<SimulatorEndpoint>().Select(endpoint => (ControlFaults.Camel(endpoint.ToString()), (object?)server.RequestLog.Count(endpoint)))]);

    public Task DeleteRequestsAsync(HttpContext context)
    {
        server.RequestLog.Clear();
        context.Response.StatusCode = StatusCodes.Status204NoContent;
        return Task.CompletedTask;
    }

    private static HashSet<string>? Set(JsonElement body, string name) => body.TryGetProperty(name, out var value)
        ? ControlJson.Value(value) switch
        {
            null => null,
            string[] several => several.ToHashSet(StringComparer.Ordinal),
            _ => throw ControlJson.Refuse($"'{name}' takes an array of strings or null."),
        }
        : null;
}
