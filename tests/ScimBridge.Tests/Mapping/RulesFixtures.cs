using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using ScimBridge.Employees;
using ScimBridge.HiBob;
using ScimBridge.Mapping;
using ScimBridge.Mapping.Rules;
using ScimBridge.Protocol.Json;
using ScimBridge.Protocol.Resources;

namespace ScimBridge.Tests.Mapping;

/// <summary>People as HiBob gives them, and rules over them.</summary>
internal static class RulesFixtures
{
    // The real one: interpreting fields reads nothing.
    private static readonly ServiceProvider Services = new ServiceCollection()
        .AddSingleton<IConfiguration>(new ConfigurationBuilder().Build()).AddSingleton(TimeProvider.System).AddLogging().AddHiBob().BuildServiceProvider();

    public static DateTimeOffset Now { get; } = new(2026, 10, 15, 12, 0, 0, TimeSpan.Zero);

    public static IEmployeeSource Source { get; } = Services.GetRequiredService<IEmployeeSource>();

    /// <summary>A person with these fields beside those that everybody has: a value, a value and its text, or null for empty.</summary>
    public static EmployeeFields Person(params (string Field, object? Value, string? Text)[] fields) => Person("102", fields);

    public static EmployeeFields Person(string id, params (string Field, object? Value, string? Text)[] fields)
    {
        var values = new Dictionary<string, FieldValue>(StringComparer.Ordinal)
        {
            ["root.id"] = Value(id, null),
            ["root.email"] = Value("priya@fjordline.example", null),
            ["root.firstName"] = Value("Priya", null),
            ["root.surname"] = Value("Natarajan", null),
            ["internal.lifecycleStatus"] = Value("employed", "Employed"),
        };
        foreach (var (field, value, text) in fields)
        {
            values[field] = Value(value, text);
        }

        return new EmployeeFields(id, values);
    }

    public static DirectoryMapping Compile(DirectoryRules rules) => DirectoryMapping.Compile("acme", rules, Source, MappingFixtures.Mapper);

    /// <summary>The mapping of a document, which must be without fault.</summary>
    public static DirectoryMapping Compile(string members)
    {
        var rules = Read(members);
        Xunit.Assert.Empty(DirectoryRulesValidator.Validate(rules, null));
        return Compile(rules);
    }

    /// <summary>The rules of a document's members.</summary>
    public static DirectoryRules Read(string members) => DirectoryRulesJson.Read($$"""{"format": 1, {{members}}}""");

    /// <summary>The user that a mapping makes of a person, as clients read it.</summary>
    public static JsonNode Json(this DirectoryMapping mapping, EmployeeFields person) => Json(mapping.Map(person, MappingFixtures.Facts));

    public static JsonNode Json(ScimUser user) => JsonNode.Parse(StoredBody.Complete(ScimJson.SerializeUser(user), ""u8))!;

    /// <summary>What a source makes of a person's displayName.</summary>
    public static string? Made(string source, EmployeeFields person) =>
        (string?)Compile($$"""
            "attributes": [{"attribute": "displayName", "source": {{source}}}]
            """).Json(person)["displayName"];

    public static AttributeRule Rule(string attribute, ValueSource? source) => new() { Attribute = attribute, Source = source, Drop = source is null };

    private static FieldValue Value(object? value, string? text) =>
        value is null ? FieldValue.Empty : FieldValue.Present(JsonSerializer.Serialize(value), text);
}
