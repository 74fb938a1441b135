using System.Net;

namespace ScimBridge.Tests.Admin;

/// <summary>A HiBob that tells when it is asked, and answers 401 once it is let.</summary>
internal sealed class WaitingHiBob : HttpMessageHandler
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(1);

    private readonly TaskCompletionSource _asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _mayAnswer = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Waits for the first request, by which time its run is under way; a run that never starts fails the test and does not hang it.</summary>
    public Task AskedAsync(CancellationToken cancellationToken) => _asked.Task.WaitAsync(s_patience, cancellationToken);

    /// <summary>Lets every request be answered.</summary>
    public void Answer() => _mayAnswer.TrySetResult();

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        _asked.TrySetResult();
        await _mayAnswer.Task.WaitAsync(cancellationToken);
        return new HttpResponseMessage(HttpStatusCode.Unauthorized) { RequestMessage = request };
    }
}
