namespace ScimBridge.Admin.Pages.People;

/// <summary>Registers what the pages on people and groups read by.</summary>
internal static class PeopleServices
{
    /// <summary>Adds the lists, and single users and groups.</summary>
    public static IServiceCollection AddPeoplePages(this IServiceCollection services)
    {
        services.AddSingleton<PeopleLists>();
        services.AddSingleton<PersonReader>();
        services.AddSingleton<ResourceTexts>();
        return services;
    }
}
