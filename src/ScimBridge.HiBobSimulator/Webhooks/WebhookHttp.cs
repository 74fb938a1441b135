using System.Net;
using System.Text;

namespace ScimBridge.HiBobSimulator.Webhooks;

/// <summary>Posts bodies to receivers on this machine, and nowhere else.</summary>
internal sealed class WebhookHttp : IDisposable
{
    private readonly HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false, UseCookies = false })
    {
        Timeout = Timeout.InfiniteTimeSpan,
    };

    public static bool IsLocal(Uri url) =>
        url.IsAbsoluteUri
        && url.Scheme is "http" or "https"
        && (url.Host == "localhost" || (IPAddress.TryParse(url.Host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address)));

    /// <summary>The status of the reply, or null when there was none in time.</summary>
    public async Task<int?> PostAsync(Uri url, WebhookMessage message, TimeSpan timeout, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, url);
        request.Content = new StringContent(message.Body, Encoding.UTF8);
        request.Content.Headers.ContentType = new("application/json");
        if (message.Signature is { } signature)
        {
            request.Headers.TryAddWithoutValidation(WebhookSignature.Header, signature);
        }

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(timeout);
        try
        {
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, limit.Token);
            return (int)response.StatusCode;
        }
        catch (HttpRequestException)
        {
            return null;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }

    public void Dispose() => http.Dispose();
}
