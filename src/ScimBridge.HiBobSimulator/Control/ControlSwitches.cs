namespace ScimBridge.HiBobSimulator.Control;

/// <summary>The switches, shown and set by name.</summary>
internal sealed class ControlSwitches(SimulatorSwitches switches)
{
    public Task GetAsync(HttpContext context) =>
        ControlJson.AnswerAsync(context, [.. switches.All.Select(one => (one.Name, one.Value))]);

    public async Task PatchAsync(HttpContext context)
    {
        var body = await ControlJson.ReadObjectAsync(context, [.. switches.All.Select(one => one.Name)]);
        foreach (var property in body.EnumerateObject())
        {
            switches.Require(property.Name).Set(ControlJson.Value(property.Value));
        }

        await GetAsync(context);
    }

    public Task DeleteAsync(HttpContext context)
    {
        foreach (var one in switches.All)
        {
            one.Reset();
        }

        return GetAsync(context);
    }
}
