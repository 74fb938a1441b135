namespace ScimBridge.HiBobSimulator.Api;

/// <summary>Lets whole-company reads fail that are larger than the switches allow.</summary>
internal static class LargeReads
{
    public static async Task<bool> RefusesAsync(HttpContext context, HiBobSimulatorServer server, ReadRequest request, IEnumerable<Person> found)
    {
        var traffic = server.Traffic;
        var isSmall = request.FilterValues is not null || request.Fields is ["root.id"] or ["/root/id"];
        if (traffic.MostPeoplePerRead is not { } most || isSmall || !found.Skip(most).Any())
        {
            return false;
        }

        await Task.Delay(traffic.LargeReadDelay, server.Options.TimeProvider, context.RequestAborted);
        if (traffic.LargeReadStatus == 0)
        {
            context.Abort();
        }
        else
        {
            await HiBobReply.HtmlAsync(context, traffic.LargeReadStatus, "<html><body>upstream request timeout</body></html>");
        }

        return true;
    }
}
