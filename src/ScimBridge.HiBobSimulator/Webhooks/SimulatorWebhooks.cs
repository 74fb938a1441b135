using System.Collections.Concurrent;
using System.Globalization;

namespace ScimBridge.HiBobSimulator.Webhooks;

/// <summary>
/// HiBob's webhooks: tells subscribers on this machine what happens to people. Each subscription has its queue, so events arrive in order;
/// a failed one is tried again before the next. Days begin at midnight UTC, not in each site's zone.
/// </summary>
public sealed class SimulatorWebhooks : IAsyncDisposable
{
    private const int Kept = 10_000;

    private readonly Lock gate = new();
    private readonly Company company;
    private readonly WebhookHttp http = new();
    private readonly ConcurrentDictionary<string, WebhookQueue> queues = new(StringComparer.Ordinal);
    private readonly Queue<WebhookDelivery> deliveries = new();
    private TaskCompletionSource idle = Completed();
    private int pending;
    private int nextId;

    internal SimulatorWebhooks(Company company, TimeProvider timeProvider)
    {
        this.company = company;
        TimeProvider = timeProvider;
    }

    /// <summary>How events name the changed fields.</summary>
    public FieldUpdatesSpelling FieldUpdates { get; set; }

    /// <summary>Whether connection tests are signed, which is not known of HiBob.</summary>
    public bool SignsPings { get; set; } = true;

    /// <summary>Sends every event twice; HiBob promises no more than at least once.</summary>
    public bool SendsTwice { get; set; }

    /// <summary>The pause before a failed event is tried again; it doubles each time, for up to three days.</summary>
    public TimeSpan FirstRetryDelay { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>After how many attempts an event is given up, if three days have not passed before.</summary>
    public int MostAttempts { get; set; } = int.MaxValue;

    /// <summary>How long a receiver has to answer.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Who is told.</summary>
    public IReadOnlyList<WebhookSubscription> Subscriptions =>
        [.. queues.Values.Select(queue => queue.Subscription).OrderBy(subscription => subscription.Id, StringComparer.Ordinal)];

    /// <summary>The last 10,000 attempts, oldest first.</summary>
    public IReadOnlyList<WebhookDelivery> Deliveries
    {
        get
        {
            lock (gate)
            {
                return [.. deliveries];
            }
        }
    }

    internal TimeProvider TimeProvider { get; }

    /// <summary>Tells a receiver on this machine from now on.</summary>
    /// <exception cref="ArgumentException">The address is not on this machine.</exception>
    public WebhookSubscription Subscribe(Uri url, string secret, WebhookVersion version = WebhookVersion.V2, IReadOnlySet<string>? events = null)
    {
        ArgumentNullException.ThrowIfNull(url);
        if (!WebhookHttp.IsLocal(url))
        {
            throw new ArgumentException("Webhooks go to http or https on this machine only.", nameof(url));
        }

        var id = "webhook-" + Interlocked.Increment(ref nextId).ToString("D4", CultureInfo.InvariantCulture);
        var subscription = new WebhookSubscription(id, url, secret, version, events);
        queues[id] = new WebhookQueue(this, subscription);
        company.Listener = Tell;
        return subscription;
    }

    /// <summary>Ends a subscription; what it still waits for is dropped.</summary>
    public async Task<bool> UnsubscribeAsync(string subscriptionId)
    {
        if (!queues.TryRemove(subscriptionId, out var queue))
        {
            return false;
        }

        if (queues.IsEmpty)
        {
            company.Listener = null;
        }

        await queue.DisposeAsync();
        return true;
    }

    /// <summary>Tests the connection as HiBob does: a plain string and, if that is refused, an object. True when one was taken.</summary>
    public async Task<bool> PingAsync(WebhookSubscription subscription, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(subscription);
        foreach (var body in new[] { "Ping test", """{"text":"Ping test"}""" })
        {
            var message = new WebhookMessage("ping", body, SignsPings ? WebhookSignature.Of(body, subscription.Secret) : null);
            if ((await AttemptAsync(subscription, message, 1, cancellationToken)).IsAccepted)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Sends any body at once, signed or with whatever signature is given; the status answered, or null without a reply.</summary>
    public async Task<int?> SendAsync(WebhookSubscription subscription, string body, string? signature, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(subscription);
        return (await AttemptAsync(subscription, new WebhookMessage("custom", body, signature), 1, cancellationToken)).Status;
    }

    /// <summary>Waits until every event was taken or given up.</summary>
    public Task WhenIdleAsync(CancellationToken cancellationToken)
    {
        lock (gate)
        {
            return idle.Task.WaitAsync(cancellationToken);
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        company.Listener = null;
        foreach (var queue in queues.Values)
        {
            await queue.DisposeAsync();
        }

        http.Dispose();
    }

    internal async Task<WebhookDelivery> AttemptAsync(
        WebhookSubscription subscription, WebhookMessage message, int attempt, CancellationToken cancellationToken)
    {
        var at = company.Clock.Now;
        var status = await http.PostAsync(subscription.Url, message, Timeout, cancellationToken);
        var delivery = new WebhookDelivery(subscription.Id, message.Type, message.Body, attempt, status, at);
        lock (gate)
        {
            deliveries.Enqueue(delivery);
            if (deliveries.Count > Kept)
            {
                deliveries.Dequeue();
            }
        }

        return delivery;
    }

    internal void Done()
    {
        lock (gate)
        {
            if (--pending == 0)
            {
                idle.TrySetResult();
            }
        }
    }

    private static TaskCompletionSource Completed()
    {
        var source = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        source.SetResult();
        return source;
    }

    private void Tell(CompanyChange change)
    {
        var type = WebhookWriter.Type(change.Kind);
        foreach (var queue in queues.Values)
        {
            var subscription = queue.Subscription;
            if (subscription.IsOff || subscription.Events?.Contains(type) == false)
            {
                continue;
            }

            var body = WebhookWriter.Write(company, change, subscription.Version, FieldUpdates);
            var message = new WebhookMessage(type, body, WebhookSignature.Of(body, subscription.Secret));
            for (var copy = SendsTwice ? 2 : 1; copy > 0; copy--)
            {
                Enqueue(queue, message);
            }
        }
    }

    private void Enqueue(WebhookQueue queue, WebhookMessage message)
    {
        lock (gate)
        {
            if (pending++ == 0)
            {
                idle = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            }
        }

        if (!queue.Add(message))
        {
            Done();
        }
    }
}
