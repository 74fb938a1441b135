using AutoMapper;
using ScimBridge.Employees;
using ScimBridge.Protocol.Resources;

namespace ScimBridge.Mapping;

/// <summary>Makes a SCIM user of an employee. Safe to use from many threads.</summary>
internal sealed class UserMapper(IMapper mapper)
{
    /// <summary>The user's resource without its <c>meta</c>, which the store adds.</summary>
    public ScimUser Map(Employee employee, UserFacts facts)
    {
        ArgumentNullException.ThrowIfNull(employee);
        ArgumentNullException.ThrowIfNull(facts);
        return mapper.Map<Employee, ScimUser>(employee, options => options.State = facts);
    }
}
