using ScimBridge.Tests.TestDatabases;
using Xunit;

namespace ScimBridge.Tests.Scim;

/// <summary>Pages of what a filter matches are parts of the whole list, in its order, however the database finds them.</summary>
public sealed class FilteredPageTests(SharedApps apps)
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_page_is_a_part_of_the_list_and_knows_the_total(string provider)
    {
        var app = await apps.OnAsync(provider);
        var group = (await app.Scim.GetScimAsync("Groups?count=1&attributes=id")).Ids()[0];
        foreach (var filter in (string[])[
            $"groups.value eq \"{group}\"", "meta.lastModified gt \"2020-01-01T00:00:00Z\"", "active eq true", "emails.value eq \"nobody@example.com\"",
            $"groups.value eq \"{group}\" and active eq true", "meta.lastModified gt \"2120-01-01T00:00:00Z\""])
        {
            var query = $"Users?attributes=id&filter={Uri.EscapeDataString(filter)}";
            var whole = (await app.Scim.GetScimAsync($"{query}&count=1000")).Ids();
            foreach (var (startIndex, count) in ((int, int)[])[
                (1, 0), (1, 1), (1, whole.Count - 1), (1, whole.Count), (1, whole.Count + 1), (2, whole.Count), (Math.Max(whole.Count, 1), 5), (whole.Count + 1, 5)])
            {
                var page = await app.Scim.GetScimAsync($"{query}&startIndex={startIndex}&count={count}");

                Assert.Equal(whole.Skip(startIndex - 1).Take(Math.Max(count, 0)), page.Ids());
                Assert.Equal(whole.Count, (int)page["totalResults"]!);
            }
        }
    }
}
