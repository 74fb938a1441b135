using System.Net;

namespace ScimBridge.Tests.Admin;

/// <summary>A HiBob that tells when it is asked, and answers 401 once it is let.</summary>
internal sealed class WaitingHiBob : HttpMessageHandler
{
    private readonly TaskCompletionSource _asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _mayAnswer = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Done when the first request has come, by which time its run is under way.</summary>
    public Task Asked => _asked.Task;

    /// <summary>Lets every request be answered.</summary>
    public void Answer() => _mayAnswer.TrySetResult();

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        _asked.TrySetResult();
        await _mayAnswer.Task.WaitAsync(cancellationToken);
        return new HttpResponseMessage(HttpStatusCode.Unauthorized) { RequestMessage = request };
    }
}
