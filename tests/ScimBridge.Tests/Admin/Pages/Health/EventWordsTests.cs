using ScimBridge.Admin.Pages.Health;
using Xunit;

namespace ScimBridge.Tests.Admin.Pages.Health;

public sealed class EventWordsTests
{
    [Theory]
    [InlineData("eve: rules.save 3.", "eve")]
    [InlineData("eve: directory.pause.", "eve")]
    [InlineData("a: b: plan.approve 8d2f.", "a: b")]
    [InlineData("work.workPhone (phoneNumbers[type eq \"work\"].value) has come with nobody, not permitted or unknown: grant \"View\" under Settings. Its last known values are kept.", null)]
    [InlineData("The directory is linked.", null)]
    public void Who_did_it_is_found_where_somebody_did(string detail, string? actor) => Assert.Equal(actor, EventWords.ActorOf(detail));
}
