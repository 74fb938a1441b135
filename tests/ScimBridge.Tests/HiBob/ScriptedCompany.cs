using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace ScimBridge.Tests.HiBob;

/// <summary>Answers people/search for people who may change from one request to the next.</summary>
internal sealed class ScriptedCompany(IEnumerable<string> ids)
{
    private int batches;

    /// <summary>Who is there.</summary>
    public List<string> Ids { get; } = [.. ids];

    /// <summary>Who is listed and never comes when asked for by id.</summary>
    public HashSet<string> LeftOut { get; } = [];

    /// <summary>What answers who asks for everybody at once.</summary>
    public RequestDelegate Whole { get; init; } = ScriptedHiBob.Status(413);

    /// <summary>Called before each batch, with its number from 1 on.</summary>
    public Action<int> BeforeBatch { get; init; } = _ => { };

    /// <summary>How many people each batch asked for.</summary>
    public List<int> Batches { get; } = [];

    /// <summary>How often the ids were listed.</summary>
    public int Lists { get; private set; }

    /// <summary>How often everybody was asked for at once.</summary>
    public int Wholes { get; private set; }

    public async Task AnswerAsync(HttpContext context)
    {
        var seen = (SeenRequest)context.Items[nameof(SeenRequest)]!;
        using var body = JsonDocument.Parse(seen.Body);
        if (body.RootElement.TryGetProperty("filters", out var filters))
        {
            BeforeBatch(++batches);
            var asked = filters[0].GetProperty("values").EnumerateArray().Select(id => id.GetString()!).ToList();
            Batches.Add(asked.Count);
            await SendAsync(context, asked.Where(id => Ids.Contains(id) && !LeftOut.Contains(id)), Person);
        }
        else if (body.RootElement.GetProperty("fields").GetArrayLength() == 1)
        {
            Lists++;
            await SendAsync(context, Ids, id => $$$"""{"/root/id":{"value":"{{{id}}}"},"id":"{{{id}}}"}""");
        }
        else
        {
            Wholes++;
            await Whole(context);
        }
    }

    private static string Person(string id) => $$$"""
        {"id":"{{{id}}}","email":"p{{{id}}}@fjordline.example","internal":{"lifecycleStatus":"employed"},
         "humanReadable":{"internal":{"lifecycleStatus":"Employed"}} }
        """;

    private static Task SendAsync(HttpContext context, IEnumerable<string> ids, Func<string, string> person) =>
        ScriptedHiBob.Json($$"""{"employees":[{{string.Join(',', ids.Select(person))}}]}""")(context);
}
