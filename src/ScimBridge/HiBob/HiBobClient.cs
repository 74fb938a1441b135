using System.Net.Http.Headers;
using System.Text;
using Microsoft.Extensions.Options;
using Polly.Timeout;
using ScimBridge.Employees;
using ScimBridge.Outbound;

namespace ScimBridge.HiBob;

/// <summary>Asks HiBob and hands over the bodies of good answers; else throws <see cref="EmployeeSourceException"/>.</summary>
/// <remarks>
/// The handlers below (see <see cref="HiBobServices"/>) try again what failed before the body; what failed inside it is tried
/// again here, because a body streams after the handlers are done. 401 and 403 are final: HiBob's firewall counts them.
/// </remarks>
internal sealed partial class HiBobClient(
    IHttpClientFactory clients, IOptions<HiBobOptions> options, TimeProvider time, ILogger<HiBobClient> logger)
{
    /// <summary>The name of the HTTP client.</summary>
    public const string ClientName = "HiBob";

    private const int BodyTries = 3;

    /// <summary>Asks, and lets <paramref name="read"/> make something of the body; tried again when the body breaks.</summary>
    public async Task<T> ReadAsync<T>(
        SourceConnection connection, HiBobCall call, Func<HiBobBody, CancellationToken, Task<T>> read, CancellationToken cancellationToken)
    {
        HiBobHosts.Check(connection.BaseUrl, options.Value);
        for (var attempt = 1; ; attempt++)
        {
            using (var response = await SendAsync(connection, call, cancellationToken))
            using (var body = await OpenAsync(connection, call, response, cancellationToken))
            {
                await CheckStatusAsync(response, body, cancellationToken);
                try
                {
                    CheckMediaType(response, body);
                    return await read(body, cancellationToken);
                }
                catch (EmployeeSourceException exception) when (attempt < BodyTries && MayPass(exception, call))
                {
                    BodyFailed(call.Endpoint, attempt, exception.Failure);
                }
            }

            await Task.Delay(options.Value.RetryDelay * attempt, time, cancellationToken);
        }
    }

    /// <summary>What follows <c>Basic</c> in the Authorization header.</summary>
    public static string Credentials(SourceConnection connection) =>
        Convert.ToBase64String(Encoding.UTF8.GetBytes($"{connection.UserId}:{connection.Token}"));

    private static bool MayPass(EmployeeSourceException exception, HiBobCall call) =>
        exception.Failure is SourceFailure.Unreadable or SourceFailure.Unavailable
        && exception.Cause is not SourceFailureCause.TooLarge
        && !(call.Divisible && exception.Cause is SourceFailureCause.TooSlow);

    private async Task<HttpResponseMessage> SendAsync(SourceConnection connection, HiBobCall call, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(call.Method, $"{connection.BaseUrl.AbsoluteUri.TrimEnd('/')}/{call.Path}");
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Credentials(connection));
        request.Options.Set(HiBobBudgetKey.Option, new HiBobBudgetKey(connection.BaseUrl.Authority, connection.UserId, call.Endpoint));
        request.Options.Set(HiBobCall.Option, call);
        if (call.Body is not null)
        {
            request.Content = new ByteArrayContent(call.Body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
        }

        try
        {
            using var client = clients.CreateClient(ClientName);
            return await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        }
        catch (HttpRequestException exception) when (exception.InnerException is AddressNotAllowedException)
        {
            throw HiBobHosts.RefuseAddress(connection.BaseUrl);
        }
        catch (HttpRequestException exception)
        {
            throw HiBobFailures.Unavailable(
                connection, call, $"no connection worked ({exception.HttpRequestError})", exception, CauseOf(exception.HttpRequestError));
        }
        catch (Exception exception) when (exception is TimeoutRejectedException or TimeoutException)
        {
            throw HiBobFailures.Unavailable(
                connection, call, $"no answer began within {options.Value.AnswerTimeout}", exception, SourceFailureCause.TooSlow);
        }
    }

    // What was connected and then closed without an answer was too much to be answered, as far as one can tell.
    private static SourceFailureCause CauseOf(HttpRequestError error) => error switch
    {
        HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError
            or HttpRequestError.ProxyTunnelError => SourceFailureCause.NoConnection,
        _ => SourceFailureCause.TooSlow,
    };

    private async Task<HiBobBody> OpenAsync(
        SourceConnection connection, HiBobCall call, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var stream = await response.Content.ReadAsStreamAsync(cancellationToken);
        return new HiBobBody(stream, connection, call, options.Value, time, cancellationToken);
    }

    private static async Task CheckStatusAsync(HttpResponseMessage response, HiBobBody body, CancellationToken cancellationToken)
    {
        if (!response.IsSuccessStatusCode)
        {
            var words = await HiBobErrorText.ReadAsync(body, cancellationToken);
            throw HiBobFailures.Status(body.Connection, body.Call, response.StatusCode, words);
        }
    }

    // A wrong path is answered with 200 and the login page.
    private static void CheckMediaType(HttpResponseMessage response, HiBobBody body)
    {
        var mediaType = response.Content.Headers.ContentType?.MediaType;
        if (mediaType is not null
            && !mediaType.EndsWith("/json", StringComparison.OrdinalIgnoreCase)
            && !mediaType.EndsWith("+json", StringComparison.OrdinalIgnoreCase))
        {
            throw HiBobFailures.Unreadable(
                body.Connection,
                body.Call,
                "it is not JSON by its content type; a web page instead means that the base URL is wrong",
                null,
                SourceFailureCause.WebPage);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Answer {Attempt} of HiBob's {Endpoint} was unusable ({Failure}); trying again")]
    private partial void BodyFailed(string endpoint, int attempt, SourceFailure failure);
}
