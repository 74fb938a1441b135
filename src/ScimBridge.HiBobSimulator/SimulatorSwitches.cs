using System.Globalization;

namespace ScimBridge.HiBobSimulator;

/// <summary>Every switch of a simulator by name, for the control endpoints and the command line; tests set the members themselves.</summary>
internal sealed class SimulatorSwitches(HiBobSimulatorServer server)
{
    public IReadOnlyList<SimulatorSwitch> All { get; } =
    [
        .. OfShapes(server.Options.Shapes), .. OfTraffic(server.Traffic), .. OfCompany(server.Company), .. OfWebhooks(server.Webhooks),
    ];

    /// <summary>Finds a switch.</summary>
    /// <exception cref="ArgumentException">There is no such switch.</exception>
    public SimulatorSwitch Require(string name) =>
        All.FirstOrDefault(one => one.Name == name) ?? throw new ArgumentException($"There is no switch '{name}'.", nameof(name));

    /// <summary>Sets switches from text, as the command line gives them.</summary>
    /// <exception cref="ArgumentException">There is no such switch, or the value is of another kind.</exception>
    public void SetFromText(IEnumerable<KeyValuePair<string, string>> values)
    {
        foreach (var (name, text) in values)
        {
            Require(name).Set(text switch
            {
                "true" => true,
                "false" => false,
                "null" => null,
                _ => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : text,
            });
        }
    }

    private static SimulatorSwitch[] OfShapes(SimulatorShapes shapes) =>
    [
        SimulatorSwitch.Choice("dateFormat", () => shapes.DateFormat, value => shapes.DateFormat = value),
        SimulatorSwitch.Flag("wrapsSingleRead", () => shapes.WrapsSingleRead, value => shapes.WrapsSingleRead = value),
        SimulatorSwitch.Flag(
            "wrapsSingleReadAsEmployee", () => shapes.WrapsSingleReadAsEmployee, value => shapes.WrapsSingleReadAsEmployee = value),
        SimulatorSwitch.Flag("wrapsFields", () => shapes.WrapsFields, value => shapes.WrapsFields = value),
        SimulatorSwitch.Flag("documentedLists", () => shapes.DocumentedLists, value => shapes.DocumentedLists = value),
        SimulatorSwitch.Flag("replaceOmitsNulls", () => shapes.ReplaceOmitsNulls, value => shapes.ReplaceOmitsNulls = value),
        SimulatorSwitch.Flag("alwaysReturnsId", () => shapes.AlwaysReturnsId, value => shapes.AlwaysReturnsId = value),
        SimulatorSwitch.Flag(
            "humanReadableIgnoresCase", () => shapes.HumanReadableIgnoresCase, value => shapes.HumanReadableIgnoresCase = value),
        SimulatorSwitch.Flag(
            "refusesGetWithContentType", () => shapes.RefusesGetWithContentType, value => shapes.RefusesGetWithContentType = value),
        SimulatorSwitch.Flag("sandboxEmails", () => shapes.SandboxEmails, value => shapes.SandboxEmails = value),
        SimulatorSwitch.Flag("displayLifecycleIds", () => shapes.DisplayLifecycleIds, value => shapes.DisplayLifecycleIds = value),
        SimulatorSwitch.Flag("emailFilterMatchesCase", () => shapes.EmailFilterMatchesCase, value => shapes.EmailFilterMatchesCase = value),
        SimulatorSwitch.Flag("reversesPeople", () => shapes.ReversesPeople, value => shapes.ReversesPeople = value),
        SimulatorSwitch.Flag("emptyErrorBodies", () => shapes.EmptyErrorBodies, value => shapes.EmptyErrorBodies = value),
    ];

    private static SimulatorSwitch[] OfTraffic(SimulatorTraffic traffic) =>
    [
        SimulatorSwitch.NumberOrNull("rateLimitPerMinute", () => traffic.RateLimitPerMinute, value => traffic.RateLimitPerMinute = value),
        SimulatorSwitch.Flag("sendsRetryAfter", () => traffic.SendsRetryAfter, value => traffic.SendsRetryAfter = value),
        SimulatorSwitch.Flag("firewall", () => traffic.Firewall, value => traffic.Firewall = value),
        SimulatorSwitch.Number("firewallThreshold", () => traffic.FirewallThreshold, value => traffic.FirewallThreshold = value),
        SimulatorSwitch.Number("firewallStatus", () => traffic.FirewallStatus, value => traffic.FirewallStatus = value),
        SimulatorSwitch.NumberOrNull("mostPeoplePerRead", () => traffic.MostPeoplePerRead, value => traffic.MostPeoplePerRead = value),
        SimulatorSwitch.Number("largeReadStatus", () => traffic.LargeReadStatus, value => traffic.LargeReadStatus = value),
        SimulatorSwitch.Milliseconds("largeReadDelayMilliseconds", () => traffic.LargeReadDelay, value => traffic.LargeReadDelay = value),
        SimulatorSwitch.NumberOrNull("mostFilterValues", () => traffic.MostFilterValues, value => traffic.MostFilterValues = value),
        SimulatorSwitch.Milliseconds("delayMilliseconds", () => traffic.Delay, value => traffic.Delay = value),
        SimulatorSwitch.Flag("gzip", () => traffic.Gzip, value => traffic.Gzip = value),
    ];

    private static SimulatorSwitch[] OfCompany(Company company) =>
    [
        SimulatorSwitch.Milliseconds("readLagMilliseconds", () => company.ReadLag, value => company.ReadLag = value),
        SimulatorSwitch.Flag("gardenLeaveKeepsAccess", () => company.GardenLeaveKeepsAccess, value => company.GardenLeaveKeepsAccess = value),
    ];

    private static SimulatorSwitch[] OfWebhooks(Webhooks.SimulatorWebhooks webhooks) =>
    [
        SimulatorSwitch.Choice("webhookFieldUpdates", () => webhooks.FieldUpdates, value => webhooks.FieldUpdates = value),
        SimulatorSwitch.Flag("webhookSignsPings", () => webhooks.SignsPings, value => webhooks.SignsPings = value),
        SimulatorSwitch.Flag("webhookSendsTwice", () => webhooks.SendsTwice, value => webhooks.SendsTwice = value),
        SimulatorSwitch.Milliseconds(
            "webhookFirstRetryMilliseconds", () => webhooks.FirstRetryDelay, value => webhooks.FirstRetryDelay = value),
        SimulatorSwitch.Number("webhookMostAttempts", () => webhooks.MostAttempts, value => webhooks.MostAttempts = value),
        SimulatorSwitch.Milliseconds("webhookTimeoutMilliseconds", () => webhooks.Timeout, value => webhooks.Timeout = value),
    ];
}
