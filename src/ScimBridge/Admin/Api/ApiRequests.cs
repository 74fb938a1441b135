using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using ScimBridge.Admin.Actions;
using ScimBridge.Storage;
using ScimBridge.Storage.Records;

namespace ScimBridge.Admin.Api;

/// <summary>What the routes of a directory share: finding it, reading bodies, and answering for runs.</summary>
internal sealed class ApiRequests(DirectoryStore directories, SyncRunStore runs)
{
    /// <summary>The most characters of what somebody says about what they do.</summary>
    public const int LongestNote = 500;

    /// <summary>The most characters of an employee's id or e-mail address.</summary>
    public const int LongestId = 320;

    /// <summary>The most bytes of a body: the longest document of rules, each of its characters at its longest.</summary>
    public const int LargestBody = 1024 * 1024;

    private static readonly JsonSerializerOptions Reading = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow,
    };

    /// <summary>The directory, or null.</summary>
    public Task<DirectoryRecord?> FindAsync(string key, CancellationToken cancellationToken) => directories.FindAsync(key, cancellationToken);

    /// <summary>What came of asking for a run: 202 with where to look at it, or why there is none.</summary>
    public async Task<Results<Accepted<SyncRequestView>, ProblemHttpResult>> AnswerAsync(
        HttpContext context, string key, Outcome<Guid> asked, CancellationToken cancellationToken) =>
        asked.IsDone && await FindAsync(key, cancellationToken) is { } directory
            ? await AcceptedAsync(context, directory, asked.Value, cancellationToken)
            : asked.IsDone ? AdminApi.NoSuchDirectory(key) : Problem(asked.Refusal);

    /// <summary>202 with where to look at a run that was asked for.</summary>
    private async Task<Accepted<SyncRequestView>> AcceptedAsync(
        HttpContext context, DirectoryRecord directory, Guid runId, CancellationToken cancellationToken)
    {
        var run = await runs.FindAsync(new DirectoryId(directory.Id), runId, cancellationToken);
        var location = $"{context.Request.PathBase}{AdminPaths.Api}/directories/{directory.Key}/syncs/{runId}";
        return TypedResults.Accepted(location, new SyncRequestView(runId, AdminApi.Word(run?.State ?? SyncRunState.Queued), location));
    }

    /// <summary>The directory and the body, which nearly every route that changes something needs.</summary>
    /// <returns>Both; or else what is wrong, the body before the key, and then neither of them is to be looked at.</returns>
    public async Task<(DirectoryRecord Directory, T Body, ProblemHttpResult? Fault)> OpenAsync<T>(
        string key, HttpContext context, CancellationToken cancellationToken)
        where T : class, new()
    {
        var (body, fault) = await BodyAsync<T>(context, cancellationToken);
        if (fault is not null)
        {
            return (null!, null!, fault);
        }

        return await FindAsync(key, cancellationToken) is { } directory ? (directory, body!, null) : (null!, null!, AdminApi.NoSuchDirectory(key));
    }

    /// <summary>The body as text.</summary>
    /// <exception cref="DecoderFallbackException">It is no UTF-8.</exception>
    public static async Task<string> TextAsync(HttpContext context, CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(context.Request.Body, new UTF8Encoding(false, throwOnInvalidBytes: true));
        return await reader.ReadToEndAsync(cancellationToken);
    }

    /// <summary>A number of a query parameter within its limits.</summary>
    public static bool TryCount(string? text, int usual, int most, out int count)
    {
        count = usual;
        return text is null || (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out count) && count >= 1 && count <= most);
    }

    /// <summary>A number of a query parameter, such as an id before which a page ends.</summary>
    public static bool TryNumber(string? text, out long? number)
    {
        number = null;
        if (text is null)
        {
            return true;
        }

        var isNumber = long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value);
        number = value;
        return isNumber;
    }

    /// <summary>Which page of numbered rows, the newest first, a request asks for: 50 of them unless it says how many.</summary>
    /// <param name="before">The query parameter of that name: the id of the last row of the page before.</param>
    /// <param name="count">The query parameter of that name.</param>
    /// <param name="largest">The most rows of a page.</param>
    /// <param name="below">The id that the rows are to be below; null for the newest ones.</param>
    /// <param name="most">How many rows.</param>
    /// <returns>What is wrong with the parameters; null when nothing is.</returns>
    public static ProblemHttpResult? PageFault(string? before, string? count, int largest, out long? below, out int most)
    {
        below = null;
        return !TryCount(count, usual: 50, largest, out most) ? BadCount(largest)
            : !TryNumber(before, out below) ? Bad("before is the id of the last row of the page before.")
            : null;
    }

    /// <summary>A moment of a query parameter.</summary>
    public static bool TryMoment(string? text, out DateTimeOffset? moment)
    {
        moment = null;
        if (text is null)
        {
            return true;
        }

        var isMoment = DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var value);
        moment = value;
        return isMoment;
    }

    /// <summary>400 with what is wrong.</summary>
    public static ProblemHttpResult Bad(string detail) => TypedResults.Problem(detail, statusCode: StatusCodes.Status400BadRequest);

    /// <summary>400 for a count that is none.</summary>
    public static ProblemHttpResult BadCount(int most) => Bad($"count must lie between 1 and {most}.");

    /// <summary>409.</summary>
    public static ProblemHttpResult Conflict(string detail) => TypedResults.Problem(detail, statusCode: StatusCodes.Status409Conflict);

    /// <summary>What an action refused, as problem details.</summary>
    public static ProblemHttpResult Problem(Refusal refusal) => TypedResults.Problem(refusal.Message, statusCode: refusal.Kind switch
    {
        RefusalKind.Invalid => StatusCodes.Status400BadRequest,
        RefusalKind.Forbidden => StatusCodes.Status403Forbidden,
        RefusalKind.NotFound => StatusCodes.Status404NotFound,
        RefusalKind.Conflict => StatusCodes.Status409Conflict,
        RefusalKind.Outdated => StatusCodes.Status412PreconditionFailed,
        RefusalKind.Upstream => StatusCodes.Status502BadGateway,
        _ => throw new ArgumentOutOfRangeException(nameof(refusal), refusal.Kind, "The refusal has no status."),
    });

    /// <summary>404.</summary>
    public static ProblemHttpResult NotFound(string detail) => TypedResults.Problem(detail, statusCode: StatusCodes.Status404NotFound);

    /// <summary>The body as <typeparamref name="T"/>; the default one for an empty body.</summary>
    /// <returns>The body, or what is wrong with it.</returns>
    public static async Task<(T? Body, ProblemHttpResult? Fault)> BodyAsync<T>(HttpContext context, CancellationToken cancellationToken)
        where T : class, new()
    {
        try
        {
            var text = await TextAsync(context, cancellationToken);
            if (text.Contains('\0', StringComparison.Ordinal) || text.Contains("\\u0000", StringComparison.Ordinal))
            {
                return (null, Bad("The body holds the character U+0000, which can't be kept."));
            }

            var body = string.IsNullOrWhiteSpace(text) ? new T() : JsonSerializer.Deserialize<T>(text, Reading) ?? new T();
            var faults = new List<ValidationResult>();
            return Validator.TryValidateObject(body, new ValidationContext(body), faults, validateAllProperties: true)
                ? (body, null)
                : (null, Bad(string.Join(' ', faults.Select(fault => fault.ErrorMessage))));
        }
        catch (JsonException malformed)
        {
            var where = malformed.Path is { Length: > 2 } path ? $" at {path}" : "";
            return (null, Bad($"The body is not the JSON object that this route takes{where}; see docs/admin-api.md."));
        }
    }
}
