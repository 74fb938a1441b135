namespace ScimBridge.Mapping;

/// <summary>Registers the mapping.</summary>
internal static class MappingServices
{
    /// <summary>Adds <see cref="UserMapper"/>; the licence key of AutoMapper is <c>AutoMapper:LicenseKey</c>.</summary>
    public static IServiceCollection AddMapping(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddAutoMapper(options =>
        {
            options.LicenseKey = configuration["AutoMapper:LicenseKey"];
            options.AddProfile<EmployeeProfile>();
        });
        services.AddSingleton<UserMapper>();
        return services;
    }
}
