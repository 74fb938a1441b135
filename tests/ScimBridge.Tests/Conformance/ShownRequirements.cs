using System.Reflection;
using Xunit;

namespace ScimBridge.Tests.Conformance;

/// <summary>Which tests show which requirements, read from the two test assemblies.</summary>
internal static class ShownRequirements
{
    /// <summary>The assemblies whose tests count.</summary>
    public static readonly IReadOnlyList<Assembly> Assemblies = [typeof(ShownRequirements).Assembly, typeof(Protocol.Tests.ScimErrorTests).Assembly];

    /// <summary>The tests that say so, with the ids of the requirements that they show.</summary>
    public static IReadOnlyList<(MethodInfo Test, IReadOnlyList<string> Ids)> Tests { get; } =
    [
        .. Assemblies.SelectMany(assembly => assembly.GetTypes())
            .SelectMany(type => type.GetMethods(BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            .Select(method => (Method: method, Ids: IdsOf(method)))
            .Where(shown => shown.Ids.Count > 0)
            .OrderBy(shown => shown.Method.DeclaringType!.FullName, StringComparer.Ordinal)
            .ThenBy(shown => shown.Method.Name, StringComparer.Ordinal),
    ];

    /// <summary>The tests of each requirement that has some.</summary>
    public static ILookup<string, MethodInfo> ById { get; } =
        Tests.SelectMany(shown => shown.Ids.Select(id => (id, shown.Test))).ToLookup(pair => pair.id, pair => pair.Test, StringComparer.Ordinal);

    /// <summary>Whether a method is run as a test at all.</summary>
    public static bool IsTest(MethodInfo method) => method.GetCustomAttributes<FactAttribute>().Any(fact => fact.Skip is null);

    // By name: each assembly has an attribute type of its own.
    private static IReadOnlyList<string> IdsOf(MethodInfo method) =>
    [
        .. method.GetCustomAttributesData()
            .Where(attribute => attribute.AttributeType.FullName == typeof(ShowsAttribute).FullName)
            .SelectMany(attribute => (IReadOnlyList<CustomAttributeTypedArgument>)attribute.ConstructorArguments[0].Value!)
            .Select(argument => (string)argument.Value!),
    ];
}
