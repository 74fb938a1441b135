using ScimBridge.Mapping;
using Xunit;

namespace ScimBridge.Tests.Mapping;

public sealed class ResourceIdsTests
{
    // Clients keep these: a change here would make every client take everybody for new. The figures are Python's
    // uuid.uuid5 of the same namespace and names.
    [Fact]
    [Shows("7643-3.1-id-stable")]
    public void Ids_are_version_5_uuids_that_never_change()
    {
        Assert.Equal("197ee0f0-7e66-5e7a-bf9c-6f1024a62283", ResourceIds.User("acme", "3700000000000000102"));
        Assert.Equal("0127c073-d163-5d99-b234-1af0edc77630", ResourceIds.Group("acme", new GroupKey(GroupKey.Department, "263100417")));
        Assert.Equal("e5b6edfb-99b6-5978-b8d2-6fba5dec8ae1", ResourceIds.Group("acme", new GroupKey(GroupKey.Site, "2700101")));
    }

    [Fact]
    public void The_external_id_of_a_group_has_its_source_before_the_item()
    {
        Assert.Equal("department:263100417", new GroupKey(GroupKey.Department, "263100417").ExternalId);
        Assert.Equal("site:2700101", new GroupKey(GroupKey.Site, "2700101").ExternalId);
    }
}
