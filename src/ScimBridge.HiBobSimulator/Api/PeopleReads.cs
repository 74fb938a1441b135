namespace ScimBridge.HiBobSimulator.Api;

/// <summary>HiBob's read endpoints over the company.</summary>
internal sealed class PeopleReads(HiBobSimulatorServer server)
{
    private readonly Company company = server.Company;
    private readonly SimulatorPermissions permissions = server.Permissions;
    private readonly SimulatorShapes shapes = server.Options.Shapes;

    public async Task SearchAsync(HiBobCall call)
    {
        var request = await ParseAsync(call);
        if (server.Traffic.MostFilterValues < request.FilterValues?.Count)
        {
            throw new BadRequestException("validation.filters", "too many values in the filter");
        }

        var view = new ReadView(company);
        var audience = new Audience(company, permissions, request.ShowInactive, IsEmpty(call));
        var found = Candidates(view, request).Where(audience.Includes);
        if (await LargeReads.RefusesAsync(call.Context, server, request, found))
        {
            return;
        }

        await StreamAsync(call, shapes.ReversesPeople ? found.Reverse() : found, Writer(call, view, request.Fields, request.Format(shapes)));
    }

    public async Task ReadAsync(HiBobCall call)
    {
        var request = await ParseAsync(call);
        var view = new ReadView(company);
        var audience = new Audience(company, permissions, showInactive: true, IsEmpty(call));
        var person = view.Find(call.Argument)
            ?? (call.Argument.Contains('@') ? view.People.FirstOrDefault(HasEmail(StringComparer.OrdinalIgnoreCase, call.Argument)) : null);
        if (person is null || !audience.Includes(person))
        {
            await call.Reply.JsonAsync(json => { json.WriteStartObject(); json.WriteEndObject(); }, StatusCodes.Status404NotFound);
            return;
        }

        var writer = Writer(call, view, request.Fields, request.Format(shapes));
        if (shapes.WrapsSingleRead)
        {
            await StreamAsync(call, [person], writer);
            return;
        }

        call.Entry.People = 1;
        await call.Reply.JsonAsync(json =>
        {
            if (shapes.WrapsSingleReadAsEmployee)
            {
                json.WriteStartObject();
                json.WritePropertyName("employee"u8);
            }

            writer.Write(json, person);
            if (shapes.WrapsSingleReadAsEmployee)
            {
                json.WriteEndObject();
            }
        });
    }

    public Task ProfilesAsync(HiBobCall call)
    {
        var view = new ReadView(company);
        var audience = new Audience(company, permissions, showInactive: false, IsEmpty(call));
        var fields = company.Fields.All
            .Where(field => !field.IsCustom && field.CategoryId is "root" or "work" or "personal" or "about")
            .Select(field => field.Id)
            .ToArray();
        return StreamAsync(call, view.People.Where(audience.Includes), Writer(call, view, fields, ReadFormat.Nested));
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

    private PersonWriter Writer(HiBobCall call, ReadView view, IReadOnlyList<string>? fields, ReadFormat format)
    {
        var plan = ReadPlan.Create(
            company.Fields,
            fields,
            permissions,
            [.. call.Faults.Where(fault => fault.Kind == FaultKind.WithoutCategory).Select(fault => fault.CategoryId)],
            shapes.AlwaysReturnsId);
        return new PersonWriter(new ReadValues(company, view, shapes), plan, format, shapes);
    }

    private IEnumerable<Person> Candidates(ReadView view, ReadRequest request)
    {
        if (request.FilterValues is not { } values)
        {
            return view.People;
        }

        return request.FilterPath == "root.id"
            ? values.Distinct(StringComparer.Ordinal).Select(view.Find).OfType<Person>()
            : view.People.Where(HasEmail(
                shapes.EmailFilterMatchesCase ? StringComparer.Ordinal : StringComparer.OrdinalIgnoreCase, [.. values]));
    }

    private Func<Person, bool> HasEmail(StringComparer comparer, params string[] emails)
    {
        var wanted = emails.ToHashSet(comparer);
        var values = new ReadValues(company, new ReadView(company), shapes);
        return person => values.Email(person) is { } email && wanted.Contains(email);
    }
}
