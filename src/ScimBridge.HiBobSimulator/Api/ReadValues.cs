namespace ScimBridge.HiBobSimulator.Api;

/// <summary>The values that one read gives out, in the spelling that the switches ask for.</summary>
internal sealed class ReadValues(Company company, ReadView view, SimulatorShapes shapes)
{
    private const string SandboxSuffix = ".sbx";

    private static readonly string[] Nothing = [];

    private readonly string today = company.Clock.TodayText;

    public Company Company => company;

    public string? Email(Person person) => Suffixed(person.Text(company.Known.Email));

    public object? Of(Person person, FieldDefinition field) => company.Resolve(person, field, today) switch
    {
        Person other => view.Seen(other),

        // An empty list of several items is an array, unlike every other empty field.
        null when field.Type == FieldType.MultiList => Nothing,
        string text when shapes.SandboxEmails && field.Id is "root.email" or "home.privateEmail" => Suffixed(text),
        string text when shapes.DisplayLifecycleIds && field == company.Known.LifecycleStatus => company.ItemName("lifecycleStatus", text) ?? text,
        var value => value,
    };

    private string? Suffixed(string? email) => shapes.SandboxEmails && email is not null ? email + SandboxSuffix : email;
}
