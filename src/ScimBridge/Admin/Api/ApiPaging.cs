using System.Globalization;
using Microsoft.AspNetCore.Http.Extensions;

namespace ScimBridge.Admin.Api;

/// <summary>Cuts lists into pages, and says in the header <c>Link</c> (RFC 8288) where the next one is.</summary>
internal static class ApiPaging
{
    /// <summary>A number as a cursor.</summary>
    public static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>A moment as a cursor.</summary>
    public static string Moment(DateTimeOffset moment) => moment.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);

    /// <summary>The first <paramref name="most"/> rows of one more, if there is one more; then the answer says where it goes on.</summary>
    /// <param name="context">The request.</param>
    /// <param name="rows">The rows, of which one more than <paramref name="most"/> was asked for.</param>
    /// <param name="most">The most rows of a page.</param>
    /// <param name="parameter">The query parameter that says where a page begins.</param>
    /// <param name="cursorOf">Its value for the page that begins after a row.</param>
    public static IReadOnlyList<T> Page<T>(HttpContext context, IReadOnlyList<T> rows, int most, string parameter, Func<T, string> cursorOf)
    {
        if (rows.Count <= most)
        {
            return rows;
        }

        var page = rows.Take(most).ToList();
        var request = context.Request;
        var query = new QueryBuilder(request.Query
            .Where(pair => !string.Equals(pair.Key, parameter, StringComparison.OrdinalIgnoreCase))
            .SelectMany(pair => pair.Value, (pair, value) => KeyValuePair.Create(pair.Key, value ?? "")))
        {
            { parameter, cursorOf(page[^1]) },
        };
        context.Response.Headers.Link = $"<{request.PathBase.Add(request.Path).ToUriComponent()}{query.ToQueryString().ToUriComponent()}>; rel=\"next\"";
        return page;
    }
}
