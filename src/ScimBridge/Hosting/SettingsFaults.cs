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
            return invalid.Failures;
        }
        catch (InvalidOperationException unbindable)
        {
            return [Innermost(unbindable).Message];
        }
    }

    /// <summary>The binder's own words, which name the setting and the type it should have; of a list they are within others that don't.</summary>
    private static InvalidOperationException Innermost(InvalidOperationException unbindable) =>
        unbindable.InnerException is InvalidOperationException inner ? Innermost(inner) : unbindable;
}
