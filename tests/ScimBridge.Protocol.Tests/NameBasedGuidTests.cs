namespace ScimBridge.Protocol.Tests;

public sealed class NameBasedGuidTests
{
    private static readonly Guid Dns = new("6ba7b810-9dad-11d1-80b4-00c04fd430c8");

    [Fact]
    public void The_example_of_rfc_9562_comes_out()
    {
        Assert.Equal(new Guid("2ed6657d-e927-568b-95e1-2665a8aea6a2"), NameBasedGuid.Create(Dns, "www.example.com"));
    }

    [Fact]
    public void A_name_in_any_script_has_version_5()
    {
        Assert.Equal(5, NameBasedGuid.Create(Dns, "Ōsaka/𝒜").Version);
    }

    [Fact]
    public void Half_a_surrogate_pair_is_refused()
    {
        Assert.ThrowsAny<ArgumentException>(() => NameBasedGuid.Create(Dns, "\ud800"));
    }
}
