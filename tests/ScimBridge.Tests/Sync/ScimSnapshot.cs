using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Xunit;

namespace ScimBridge.Tests.Sync;

/// <summary>What a client sees of a directory, byte for byte with the entity tags: every page, filters, single resources.</summary>
internal sealed partial class ScimSnapshot
{
    private static readonly string[] Filters =
    [
        "active eq true", "active eq false", "userName ne \"nobody\"", "displayName pr", "emails.value pr and active eq true",
        "externalId eq \"37000000000000010001\" or not (active eq true)",
    ];

    private readonly SortedDictionary<string, string> _answers = new(StringComparer.Ordinal);

    private ScimSnapshot()
    {
    }

    /// <summary>The answer to one request.</summary>
    public string this[string path] => _answers[path];

    public static async Task<ScimSnapshot> TakeAsync(HttpClient scim, CancellationToken cancellationToken)
    {
        var snapshot = new ScimSnapshot();
        foreach (var resources in new[] { "Users", "Groups" })
        {
            for (int start = 1, total = 1; start <= total; start += 50)
            {
                var page = await snapshot.AddAsync(scim, $"{resources}?startIndex={start}&count=50", cancellationToken);
                total = (int?)page["totalResults"] ?? 0;
                if (start == 1 && page["Resources"]?.AsArray() is { Count: > 0 } first)
                {
                    await snapshot.AddAsync(scim, $"{resources}/{first[0]!["id"]}", cancellationToken);
                    await snapshot.AddAsync(scim, $"{resources}/{first[^1]!["id"]}?attributes=displayName", cancellationToken);
                }
            }
        }

        foreach (var filter in Filters)
        {
            await snapshot.AddAsync(scim, $"Users?filter={Uri.EscapeDataString(filter)}", cancellationToken);
        }

        await snapshot.AddAsync(scim, "Groups?filter=" + Uri.EscapeDataString("displayName eq \"sales\""), cancellationToken);
        await snapshot.AddAsync(scim, "Users/none", cancellationToken);
        return snapshot;
    }

    /// <summary>Whether another snapshot is the same, byte for byte.</summary>
    public bool Matches(ScimSnapshot other) => _answers.SequenceEqual(other._answers);

    public static void AssertSame(ScimSnapshot expected, ScimSnapshot actual)
    {
        Assert.Equal(expected._answers.Keys, actual._answers.Keys);
        foreach (var (path, answer) in expected._answers)
        {
            Assert.True(answer == actual._answers[path], $"{path} changed\nfrom {answer}\nto   {actual._answers[path]}");
        }
    }

    private async Task<JsonNode> AddAsync(HttpClient scim, string path, CancellationToken cancellationToken)
    {
        using var response = await scim.GetAsync(path, cancellationToken);
        var body = Encoding.Latin1.GetString(await response.Content.ReadAsByteArrayAsync(cancellationToken));
        _answers[path] = RequestId().Replace($"{(int)response.StatusCode} {response.Headers.ETag} {response.Content.Headers.ContentType} {body}", "");
        return JsonNode.Parse(body)!;
    }

    // An error names its request, and each has an id of its own.
    [GeneratedRegex(" Request [^ ]+\\.")]
    private static partial Regex RequestId();
}
