namespace ScimBridge.HiBobSimulator;

/// <summary>One switch under the name that the control endpoints and the command line give it.</summary>
internal sealed class SimulatorSwitch
{
    private readonly Func<object?> get;
    private readonly Func<object?, bool> set;
    private readonly string takes;
    private readonly object? initial;

    private SimulatorSwitch(string name, string takes, Func<object?> get, Func<object?, bool> set)
    {
        Name = name;
        this.takes = takes;
        this.get = get;
        this.set = set;
        initial = get();
    }

    public string Name { get; }

    public object? Value => get();

    public static SimulatorSwitch Flag(string name, Func<bool> get, Action<bool> set) => new(
        name,
        "true or false",
        () => get(),
        value => value is bool flag && Do(() => set(flag)));

    public static SimulatorSwitch Number(string name, Func<int> get, Action<int> set) => new(
        name,
        "a whole number that is not negative",
        () => (long)get(),
        value => value is long and >= 0 and <= int.MaxValue and var number && Do(() => set((int)number)));

    public static SimulatorSwitch NumberOrNull(string name, Func<int?> get, Action<int?> set) => new(
        name,
        "a whole number that is not negative, or null",
        () => get() is { } number ? (long)number : null,
        value => value is null or (long and >= 0 and <= int.MaxValue) && Do(() => set(value is long number ? (int)number : null)));

    public static SimulatorSwitch Milliseconds(string name, Func<TimeSpan> get, Action<TimeSpan> set) => new(
        name,
        "milliseconds as a whole number that is not negative",
        () => (long)get().TotalMilliseconds,
        value => value is long and >= 0 and <= int.MaxValue and var number && Do(() => set(TimeSpan.FromMilliseconds(number))));

    public static SimulatorSwitch Choice<T>(string name, Func<T> get, Action<T> set)
        where T : struct, Enum => new(
        name,
        "one of " + string.Join(", ", Enum.GetNames<T>().Select(Camel)),
        () => Camel(get().ToString()),
        value => value is string text && Enum.GetValues<T>().FirstOrDefault(one => Camel(one.ToString()) == text) is var chosen
            && Camel(chosen.ToString()) == text && Do(() => set(chosen)));

    /// <summary>Sets the switch.</summary>
    /// <exception cref="ArgumentException">The value is of another kind.</exception>
    public void Set(object? value)
    {
        if (!set(value))
        {
            throw new ArgumentException($"'{Name}' takes {takes}.", nameof(value));
        }
    }

    public void Reset() => Set(initial);

    private static string Camel(string name) => char.ToLowerInvariant(name[0]) + name[1..];

    private static bool Do(Action action)
    {
        action();
        return true;
    }
}
