using Microsoft.Extensions.Options;

namespace ScimBridge.Demo;

/// <summary>Registers the demo.</summary>
internal static class DemoServices
{
    /// <summary>Adds the demo directory, which does nothing until it is started.</summary>
    public static IServiceCollection AddDemo(this IServiceCollection services)
    {
        services.AddOptions<DemoOptions>().BindConfiguration(DemoOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<IValidateOptions<DemoOptions>, DemoOptionsValidator>();
        services.AddSingleton<DemoDirectory>();
        return services;
    }
}
