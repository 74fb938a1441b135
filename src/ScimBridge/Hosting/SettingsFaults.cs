using Microsoft.Extensions.Options;

namespace ScimBridge.Hosting;

/// <summary>Finds every fault in the settings at once, so that nobody mends them one start at a time.</summary>
internal static class SettingsFaults
{
    /// <summary>What is wrong with the settings of <typeparamref name="TOptions"/>, one sentence a fault.</summary>
    public static IEnumerable<string> Of<TOptions>(IServiceProvider services)
        where TOptions : class
    {
        try
        {
            _ = services.GetRequiredService<IOptions<TOptions>>().Value;
            return [];
        }
        catch (OptionsValidationException invalid)
        {
            return invalid.Failures.Select(Plain);
        }
        catch (InvalidOperationException unbindable)
        {
            return [Innermost(unbindable).Message];
        }
    }

    /// <summary>The binder's own words, which name the setting and the type it should have; of a list they are within others that don't.</summary>
    private static InvalidOperationException Innermost(InvalidOperationException unbindable) =>
        unbindable.InnerException is InvalidOperationException inner ? Innermost(inner) : unbindable;

    /// <summary>Says on the console why the server does not start.</summary>
    /// <returns>The exit code.</returns>
    public static async Task<int> RefuseAsync(IReadOnlyCollection<string> faults)
    {
        await Console.Error.WriteLineAsync($"ScimBridge can't start: {(faults.Count == 1 ? "1 fault" : $"{faults.Count} faults")} in the settings.");
        foreach (var fault in faults)
        {
            await Console.Error.WriteLineAsync($"  - {fault}");
        }

        return 1;
    }

    /// <summary>The sentence that data annotations wrap in the names of types and members.</summary>
    private static string Plain(string failure)
    {
        const string Lead = "with the error: '";
        const string End = "'.";
        return failure.IndexOf(Lead, StringComparison.Ordinal) is var at and >= 0 && failure.EndsWith(End, StringComparison.Ordinal)
            ? failure[(at + Lead.Length)..^End.Length]
            : failure;
    }
}
