using ScimBridge.Employees;
using ScimBridge.Sync;
using Xunit;

namespace ScimBridge.Tests.Sync;

public sealed class FailureReasonsTests
{
    [Fact]
    public void Every_failure_has_a_code_of_its_own()
    {
        var codes = Enum.GetValues<SourceFailure>().Select(FailureReasons.Of).ToList();

        Assert.Equal(codes.Count, codes.Distinct(StringComparer.Ordinal).Count());
        Assert.All(codes, code => Assert.Matches("^[a-z_]+$", code));
    }
}
