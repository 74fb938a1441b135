namespace ScimBridge.HiBobSimulator.Api;

/// <summary>HiBob's read endpoints over the company.</summary>
internal sealed class PeopleReads(Company company, SimulatorPermissions permissions, SimulatorShapes shapes)
{
    public async Task SearchAsync(HiBobCall call)
    {
        var request = await ParseAsync(call);
        var audience = new Audience(company, permissions, request.ShowInactive, IsEmpty(call));
        var writer = new PersonWriter(company, Plan(call, request.Fields), request.Format(shapes), shapes);
        await StreamAsync(call, Candidates(request).Where(audience.Includes), writer);
    }

    public async Task ReadAsync(HiBobCall call)
    {
        var request = await ParseAsync(call);
        var audience = new Audience(company, permissions, showInactive: true, IsEmpty(call));
        var person = company.Find(call.Argument) ?? (call.Argument.Contains('@') ? company.FindByEmail(call.Argument) : null);
        if (person is null || !audience.Includes(person))
        {
            await call.Reply.JsonAsync(json => { json.WriteStartObject(); json.WriteEndObject(); }, StatusCodes.Status404NotFound);
            return;
        }

        var writer = new PersonWriter(company, Plan(call, request.Fields), request.Format(shapes), shapes);
        if (shapes.WrapsSingleRead)
        {
            await StreamAsync(call, [person], writer);
            return;
        }

        call.Entry.People = 1;
        await call.Reply.JsonAsync(json => writer.Write(json, person));
    }

    public Task ProfilesAsync(HiBobCall call)
    {
        var audience = new Audience(company, permissions, showInactive: false, IsEmpty(call));
        var fields = company.Fields.All
            .Where(field => !field.IsCustom && field.CategoryId is "root" or "work" or "personal" or "about")
            .Select(field => field.Id)
            .ToArray();
        var writer = new PersonWriter(company, Plan(call, fields), ReadFormat.Nested, shapes);
        return StreamAsync(call, company.People.Where(audience.Includes), writer);
    }

    public Task MetadataAsync(HiBobCall call, SimulatorEndpoint endpoint)
    {
        if (endpoint == SimulatorEndpoint.Fields)
        {
            return call.Reply.JsonAsync(json => MetadataWriter.WriteFields(json, company.Fields, shapes));
        }

        var includeArchived = call.Context.Request.Query["includeArchived"] == "true";
        if (endpoint == SimulatorEndpoint.NamedLists)
        {
            return call.Reply.JsonAsync(json => MetadataWriter.WriteLists(json, company, includeArchived, shapes));
        }

        if (company.FindList(call.Argument) is { } list)
        {
            return call.Reply.JsonAsync(json => MetadataWriter.WriteList(json, list, includeArchived, shapes));
        }

        call.Context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }

    private static bool IsEmpty(HiBobCall call) => call.Faults.Any(fault => fault.Kind == FaultKind.EmptyCompany);

    private static async Task<ReadRequest> ParseAsync(HiBobCall call)
    {
        var request = await ReadRequest.ParseAsync(call.Context.Request.Body, call.Context.RequestAborted);
        call.Entry.Fields = request.Fields;
        call.Entry.ShowInactive = request.ShowInactive;
        call.Entry.HumanReadable = request.HumanReadable;
        call.Entry.HasFiltersKey = request.HasFiltersKey;
        call.Entry.FilterValues = request.FilterValues?.Count;
        return request;
    }

    private static Task StreamAsync(HiBobCall call, IEnumerable<Person> people, PersonWriter writer) => call.Reply.StreamAsync(
        people,
        (json, person) =>
        {
            call.Entry.People++;
            writer.Write(json, person);
        },
        asEmployees: true);

    private ReadPlan Plan(HiBobCall call, IReadOnlyList<string>? fields) => ReadPlan.Create(
        company.Fields,
        fields,
        permissions,
        [.. call.Faults.Where(fault => fault.Kind == FaultKind.WithoutCategory).Select(fault => fault.CategoryId)],
        shapes.AlwaysReturnsId);

    private IEnumerable<Person> Candidates(ReadRequest request)
    {
        if (request.FilterValues is not { } values)
        {
            return company.People;
        }

        if (request.FilterPath == "root.id")
        {
            return values.Distinct(StringComparer.Ordinal).Select(company.Find).OfType<Person>();
        }

        var emails = values.ToHashSet(StringComparer.OrdinalIgnoreCase);
        return company.People.Where(person => person.Email is { } email && emails.Contains(email));
    }
}
