using System.Diagnostics.CodeAnalysis;

namespace ScimBridge.Admin.Actions;

/// <summary>What came of an action: what it made, or why it was not done. The admin API and the pages each say it in their own form.</summary>
/// <typeparam name="T">What the action makes.</typeparam>
internal sealed class Outcome<T>
    where T : notnull
{
    private Outcome(T? value, Refusal? refusal) => (Value, Refusal) = (value, refusal);

    /// <summary>What was made; null when it was refused.</summary>
    public T? Value { get; }

    /// <summary>Why it was not done; null when it was.</summary>
    public Refusal? Refusal { get; }

    /// <summary>Whether it was done.</summary>
    [MemberNotNullWhen(true, nameof(Value))]
    [MemberNotNullWhen(false, nameof(Refusal))]
    public bool IsDone => Refusal is null;

    /// <summary>It was done; for interfaces, which nothing converts from.</summary>
    public static Outcome<T> Of(T value) => new(value, null);

    /// <summary>It was done.</summary>
    public static implicit operator Outcome<T>(T value) => new(value, null);

    /// <summary>It was not.</summary>
    public static implicit operator Outcome<T>(Refusal refusal) => new(default, refusal);
}
