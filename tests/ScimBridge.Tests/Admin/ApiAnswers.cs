using System.Text.Json;
using Xunit;

namespace ScimBridge.Tests.Admin;

/// <summary>What is expected of answers of the admin API.</summary>
internal static class ApiAnswers
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>Takes nothing but the status, and shows the answer where it is another one.</summary>
    /// <returns>The body; nothing for an empty one.</returns>
    public static async Task<JsonElement> ShouldBeAsync(this HttpResponseMessage response, int status)
    {
        var text = await response.Content.ReadAsStringAsync(Ct);
        Assert.True((int)response.StatusCode == status, $"{(int)response.StatusCode} {text}");
        if (status >= 400)
        {
            Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        }

        return text.Length == 0 ? default : JsonElement.Parse(text);
    }

    /// <summary>A problem with these words in its detail.</summary>
    public static async Task<JsonElement> ShouldBeProblemAsync(this HttpResponseMessage response, int status, string words)
    {
        var problem = await response.ShouldBeAsync(status);
        Assert.Contains(words, problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
        return problem;
    }

    /// <summary>Walks a list along its links, and says how many pages it had.</summary>
    public static async Task<(IReadOnlyList<JsonElement> Rows, int Pages)> WalkAsync(this HttpClient api, string path)
    {
        var rows = new List<JsonElement>();
        for (var pages = 1; ; pages++)
        {
            using var response = await api.GetAsync(path, Ct);
            rows.AddRange((await response.ShouldBeAsync(200)).EnumerateArray());
            if (!response.Headers.TryGetValues("Link", out var links))
            {
                return (rows, pages);
            }

            var link = Assert.Single(links);
            Assert.EndsWith(">; rel=\"next\"", link, StringComparison.Ordinal);
            path = link[1..link.IndexOf('>', StringComparison.Ordinal)];
        }
    }
}
