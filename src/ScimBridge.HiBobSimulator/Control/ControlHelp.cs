namespace ScimBridge.HiBobSimulator.Control;

/// <summary>Says what the control endpoints are.</summary>
internal static class ControlHelp
{
    private const string Text = """
        This is a simulated HiBob. Its API is under /v1, with HTTP Basic. What it plays is set here, without credentials, from this machine only:

        GET    /_control/people?skip=0&take=50     who there is
        POST   /_control/people                    {"root.email": "...", "root.firstName": "...", "root.surname": "..."}
        GET    /_control/people/{id}               every field of one person
        PATCH  /_control/people/{id}               {"work.department": "Sales"}; ?force=true sets odd values and holds computed fields
        PUT    /_control/people/{id}               the whole person: what is not named becomes empty, or computed again
        DELETE /_control/people/{id}
        POST   /_control/people/{id}/schedule      {"effectiveDate": "2027-01-01", "set": {"work.department": "Sales"}}, from that day on
        GET    /_control/schedule                  what is dated ahead; DELETE /_control/schedule/{row} takes it back
        GET    /_control/fields                    every field
        POST   /_control/fields                    {"id": "work.custom.field_1700000000099", "type": "list", "name": "Squad"}; also category,
                                                   list, historical, description; types: text, number, boolean, date, list, list_id,
                                                   multi-list, employee-reference
        GET    /_control/lists                     every list; /_control/lists/{list} one of them, archived items too
        PUT    /_control/lists/{list}              {"integerIds": false}: a new list
        PUT    /_control/lists/{list}/{itemId}     {"name": "...", "archived": false, "parent": "..."}
        PUT    /_control/permissions               {"inGroup": true, "categories": ["root", "work"], "hiddenFields": [],
                                                    "audienceStatuses": ["employed"], "audienceIds": null, "canReadNamedLists": true};
                                                    {} grants everything
        POST   /_control/clock                     {"set": "2026-12-24T00:00:00Z"}, {"advanceDays": 30}, {"advanceSeconds": 20} or {"reset": true}
        GET    /_control/switches                  every switch; PATCH {"gzip": true} sets some, DELETE sets all back
        PUT    /_control/faults                    {"kind": "status", "statusCode": 503, "endpoint": "peopleSearch", "times": 2}, or an array;
                                                   kinds: status, cutConnection, unfinishedJson, html, notJson, slowBody, noResponse,
                                                   emptyCompany, withoutCategory; also skip, retryAfterSeconds, afterBytes, delayMilliseconds,
                                                   chunkBytes, categoryId
        DELETE /_control/faults
        POST   /_control/script                    {"endpoint": "peopleSearch", "skip": 1, "person": "...", "remove": true}, or "set": {...}:
                                                   happens before the answer to the request after the next one; DELETE forgets
        POST   /_control/webhooks                  {"url": "http://127.0.0.1:...", "secret": "..."}; also version v1, events [...]
        GET    /_control/webhooks                  DELETE /_control/webhooks/{id} ends one
        POST   /_control/webhooks/{id}/ping        the connection test
        POST   /_control/webhooks/{id}/send        {"body": "any text"}, signed unless "signature" says otherwise (null sends none)
        GET    /_control/webhooks/deliveries       every attempt; POST /_control/webhooks/wait waits for them to end
        POST   /_control/life                      {"seed": 1, "steps": 48, "stepMinutes": 30}: people join, move, leave; the clock moves on
        GET    /_control/requests                  how often each endpoint was called; DELETE forgets

        """;

    public static Task GetAsync(HttpContext context)
    {
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync(Text, context.RequestAborted);
    }
}
