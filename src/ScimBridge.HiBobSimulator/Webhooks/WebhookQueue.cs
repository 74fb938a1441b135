using System.Threading.Channels;

namespace ScimBridge.HiBobSimulator.Webhooks;

/// <summary>The webhooks of one subscription: delivered one after the other, each again and again until it is taken or given up.</summary>
internal sealed class WebhookQueue : IAsyncDisposable
{
    // HiBob tries for up to three days, with growing pauses; how long the first is it does not say.
    private static readonly TimeSpan Longest = TimeSpan.FromDays(3);
    private const int FirstGenerationFailures = 3;

    private readonly SimulatorWebhooks webhooks;
    private readonly Channel<WebhookMessage> waiting = Channel.CreateUnbounded<WebhookMessage>();
    private readonly CancellationTokenSource stop = new();
    private readonly Task worker;
    private int failures;

    public WebhookQueue(SimulatorWebhooks webhooks, WebhookSubscription subscription)
    {
        this.webhooks = webhooks;
        Subscription = subscription;
        worker = WorkAsync();
    }

    public WebhookSubscription Subscription { get; }

    public bool Add(WebhookMessage message) => waiting.Writer.TryWrite(message);

    public async ValueTask DisposeAsync()
    {
        waiting.Writer.TryComplete();
        await stop.CancelAsync();
        await worker;
        while (waiting.Reader.TryRead(out _))
        {
            webhooks.Done();
        }

        stop.Dispose();
    }

    private async Task WorkAsync()
    {
        try
        {
            await foreach (var message in waiting.Reader.ReadAllAsync(stop.Token))
            {
                try
                {
                    await DeliverAsync(message);
                }
                finally
                {
                    webhooks.Done();
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The subscription has ended.
        }
    }

    private async Task DeliverAsync(WebhookMessage message)
    {
        var (attempt, spent) = (0, TimeSpan.Zero);
        while (!Subscription.IsOff)
        {
            attempt++;
            if ((await webhooks.AttemptAsync(Subscription, message, attempt, stop.Token)).IsAccepted)
            {
                failures = 0;
                return;
            }

            if (Subscription.Version == WebhookVersion.V1)
            {
                GiveUp();
                return;
            }

            var pause = webhooks.FirstRetryDelay * Math.Pow(2, Math.Min(attempt - 1, 20));
            spent += pause;
            if (spent > Longest || attempt >= webhooks.MostAttempts)
            {
                return;
            }

            await Task.Delay(pause, webhooks.TimeProvider, stop.Token);
        }
    }

    private void GiveUp()
    {
        failures++;
        if (failures >= FirstGenerationFailures)
        {
            Subscription.SwitchOff();
        }
    }
}
