using System.Text.Json;
using ScimBridge.HiBobSimulator.Webhooks;

namespace ScimBridge.HiBobSimulator.Control;

/// <summary>Subscribes receivers, tests them, and sends them whatever is asked.</summary>
internal sealed class ControlWebhooks(SimulatorWebhooks webhooks)
{
    public Task ListAsync(HttpContext context) => ControlJson.AnswerAsync(context, writer =>
    {
        writer.WriteStartArray();
        foreach (var subscription in webhooks.Subscriptions)
        {
            Write(writer, subscription);
        }

        writer.WriteEndArray();
    });

    public async Task PostAsync(HttpContext context)
    {
        var body = await ControlJson.ReadObjectAsync(context, "url", "secret", "version", "events");
        if (!Uri.TryCreate(Text(body, "url"), UriKind.Absolute, out var url) || Text(body, "secret") is not { } secret)
        {
            throw ControlJson.Refuse("A webhook needs a 'url' on this machine and a 'secret'.");
        }

        var version = ControlFaults.Name<WebhookVersion>(body, "version") ?? WebhookVersion.V2;
        var events = body.TryGetProperty("events", out var given) ? ControlJson.Value(given) as string[] : null;
        var subscription = webhooks.Subscribe(url, secret, version, events?.ToHashSet(StringComparer.Ordinal));
        await ControlJson.AnswerAsync(context, writer => Write(writer, subscription), StatusCodes.Status201Created);
    }

    public async Task DeleteAsync(HttpContext context) =>
        context.Response.StatusCode = await webhooks.UnsubscribeAsync(Require(context).Id)
            ? StatusCodes.Status204NoContent
            : StatusCodes.Status404NotFound;

    public async Task PingAsync(HttpContext context) =>
        await ControlJson.AnswerAsync(context, ("accepted", await webhooks.PingAsync(Require(context), context.RequestAborted)));

    public async Task SendAsync(HttpContext context)
    {
        var body = await ControlJson.ReadObjectAsync(context, "body", "signature");
        var text = Text(body, "body") ?? throw ControlJson.Refuse("'body' takes the text to send.");
        var subscription = Require(context);
        var signature = body.TryGetProperty("signature", out var given)
            ? ControlJson.Value(given) as string
            : WebhookSignature.Of(text, subscription.Secret);
        var status = await webhooks.SendAsync(subscription, text, signature, context.RequestAborted);
        await ControlJson.AnswerAsync(context, ("status", status));
    }

    public async Task WaitAsync(HttpContext context)
    {
        await webhooks.WhenIdleAsync(context.RequestAborted);
        await DeliveriesAsync(context);
    }

    public Task DeliveriesAsync(HttpContext context) => ControlJson.AnswerAsync(context, writer =>
    {
        writer.WriteStartArray();
        foreach (var delivery in webhooks.Deliveries)
        {
            ControlJson.WriteObject(
                writer,
                [
                    ("webhook", delivery.SubscriptionId), ("type", delivery.Type), ("attempt", delivery.Attempt), ("status", delivery.Status),
                    ("body", delivery.Body),
                ]);
        }

        writer.WriteEndArray();
    });

    private static string? Text(JsonElement body, string name) =>
        body.TryGetProperty(name, out var value) ? ControlJson.Value(value) as string : null;

    // The secret came from the caller and does not go back.
    private static void Write(Utf8JsonWriter writer, WebhookSubscription subscription) => ControlJson.WriteObject(
        writer,
        [
            ("id", subscription.Id), ("url", subscription.Url.ToString()), ("version", ControlFaults.Camel(subscription.Version.ToString())),
            ("events", subscription.Events), ("isOff", subscription.IsOff),
        ]);

    private WebhookSubscription Require(HttpContext context)
    {
        var id = context.Request.RouteValues["id"] as string;
        return webhooks.Subscriptions.FirstOrDefault(subscription => subscription.Id == id)
            ?? throw new KeyNotFoundException($"There is no webhook '{id}'.");
    }
}
