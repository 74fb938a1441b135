using Microsoft.Net.Http.Headers;

namespace ScimBridge.Scim;

/// <summary>Tells the media type of an answer (RFC 7644 section 3.8). It has no charset, which would make strict clients refuse it.</summary>
internal static class ScimMediaType
{
    /// <summary>SCIM's own, which answers have unless the client wants the other one.</summary>
    public const string Scim = "application/scim+json";

    /// <summary>The general one.</summary>
    public const string Json = "application/json";

    /// <summary>The media type for the answer to a request; SCIM's own also for a client that accepts neither, who gets an error.</summary>
    public static string Of(HttpContext context)
    {
        var (scim, json) = Qualities(context.Request);
        return json > scim ? Json : Scim;
    }

    /// <summary>Whether the client takes an answer of either media type.</summary>
    public static bool IsAcceptable(HttpRequest request) => Qualities(request) is not (0, 0);

    /// <summary>How much the client wants each, from 0 for not at all to 1 (RFC 9110 section 12.5.1).</summary>
    private static (double Scim, double Json) Qualities(HttpRequest request)
    {
        var header = request.Headers.Accept;
        if (header.Count == 0 || (header.Count == 1 && header[0] is "*/*" or Scim))
        {
            return (1, 1);
        }

        var ranges = request.GetTypedHeaders().Accept;

        // Without a single range that can be read the header says nothing.
        return ranges.Count == 0 ? (1, 1) : (Quality(ranges, Scim), Quality(ranges, Json));
    }

    /// <summary>What the most specific of the ranges that name a media type says; parameters such as a charset don't matter, as answers have none.</summary>
    private static double Quality(IList<MediaTypeHeaderValue> ranges, string mediaType)
    {
        var (specificity, quality) = (0, 0d);
        foreach (var range in ranges)
        {
            var found = Specificity(range, mediaType);
            if (found > specificity)
            {
                (specificity, quality) = (found, range.Quality ?? 1);
            }
            else if (found > 0 && found == specificity)
            {
                quality = Math.Max(quality, range.Quality ?? 1);
            }
        }

        return quality;
    }

    private static int Specificity(MediaTypeHeaderValue range, string mediaType) => range switch
    {
        { MatchesAllTypes: true } => 1,
        { MatchesAllSubTypes: true } => range.Type.Equals("application", StringComparison.OrdinalIgnoreCase) ? 2 : 0,
        _ => range.MediaType.Equals(mediaType, StringComparison.OrdinalIgnoreCase) ? 3 : 0,
    };
}
