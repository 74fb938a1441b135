using AutoMapper;
using ScimBridge.Employees;
using ScimBridge.Protocol.Resources;

namespace ScimBridge.Mapping;

/// <summary>The default mapping from an employee to a SCIM user, one line an attribute; the rules have names of their own.</summary>
internal sealed class EmployeeProfile : Profile
{
    /// <summary>States the rule of every attribute.</summary>
    public EmployeeProfile()
    {
        // Unassigned is null here. AutoMapper would make an empty list of it, which RFC 7643 section 2.5 calls the same
        // but which would then be written out.
        AllowNullCollections = true;

        CreateMap<Employee, ScimUser>(MemberList.Destination)
            .ForMember(user => user.Id, rule => rule.MapFrom((_, _, _, context) => Facts(context).Id))
            .ForMember(user => user.ExternalId, rule => rule.MapFrom((employee, _) => employee.Id))
            .ForMember(user => user.UserName, rule => rule.MapFrom((_, _, _, context) => Facts(context).UserName))
            .ForMember(user => user.Active, rule => rule.MapFrom((_, _, _, context) => Facts(context).Active))
            .ForMember(user => user.Name, rule => rule.MapFrom((employee, _) => NameRules.Name(employee)))
            .ForMember(user => user.DisplayName, rule => rule.MapFrom((employee, _) => NameRules.DisplayName(employee)))
            .ForMember(user => user.Title, rule => rule.MapFrom((employee, _) => WorkRules.Title(employee)))
            .ForMember(user => user.UserType, rule => rule.MapFrom((employee, _) => WorkRules.UserType(employee)))
            .ForMember(user => user.Emails, rule => rule.MapFrom((employee, _) => ContactRules.Emails(employee)))
            .ForMember(user => user.PhoneNumbers, rule => rule.MapFrom((employee, _) => ContactRules.PhoneNumbers(employee)))
            .ForMember(user => user.Addresses, rule => rule.MapFrom((employee, _, _, context) => AddressRules.Addresses(employee, Facts(context))))
            .ForMember(user => user.Groups, rule => rule.MapFrom((_, _, _, context) => GroupRules.Groups(Facts(context))))
            .ForMember(user => user.Enterprise, rule => rule.MapFrom((employee, _, _, context) => WorkRules.Enterprise(employee, Facts(context))))
            .ForMember(user => user.HiBob, rule => rule.MapFrom((employee, _) => WorkRules.Extension(employee)))
            .ForMember(user => user.Schemas, rule =>
            {
                // Last, because it says which of the extensions above came to have a value.
                rule.SetMappingOrder(int.MaxValue);
                rule.MapFrom((_, user) => SchemaRules.Schemas(user));
            })
            .ForMember(user => user.NickName, rule => rule.Ignore())
            .ForMember(user => user.ProfileUrl, rule => rule.Ignore())
            .ForMember(user => user.PreferredLanguage, rule => rule.Ignore())
            .ForMember(user => user.Locale, rule => rule.Ignore())
            .ForMember(user => user.Timezone, rule => rule.Ignore())
            .ForMember(user => user.Ims, rule => rule.Ignore())
            .ForMember(user => user.Photos, rule => rule.Ignore())
            .ForMember(user => user.Entitlements, rule => rule.Ignore())
            .ForMember(user => user.Roles, rule => rule.Ignore())
            .ForMember(user => user.X509Certificates, rule => rule.Ignore())
            .ForMember(user => user.Meta, rule => rule.Ignore());
    }

    private static UserFacts Facts(ResolutionContext context) => (UserFacts)context.State;
}
