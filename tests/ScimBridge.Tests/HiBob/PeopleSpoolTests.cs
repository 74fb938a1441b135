using ScimBridge.Employees;
using ScimBridge.HiBob;
using Xunit;

namespace ScimBridge.Tests.HiBob;

public class PeopleSpoolTests
{
    [Fact]
    public async Task What_is_appended_can_be_read_at_any_place()
    {
        using var spool = PeopleSpool.Create("");
        await spool.AppendAsync("hello "u8.ToArray(), TestContext.Current.CancellationToken);
        await spool.AppendAsync("world"u8.ToArray(), TestContext.Current.CancellationToken);
        var word = new byte[5];

        spool.Read(word, 6);

        Assert.Equal("world"u8.ToArray(), word);
        Assert.Equal(11, spool.Length);
    }

    [Fact]
    public void Only_the_owner_may_open_the_file_and_its_name_is_gone_at_once()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such modes and keeps the name until the file is closed.");
        var folder = Directory.CreateTempSubdirectory("scimbridge-spool-");

        using (var spool = PeopleSpool.Create(folder.FullName))
        {
            Assert.Equal(
                UnixFileMode.UserRead | UnixFileMode.UserWrite,
                OperatingSystem.IsWindows() ? UnixFileMode.None : File.GetUnixFileMode(spool.Handle));
            Assert.Empty(folder.GetFiles());
        }

        folder.Delete();
    }

    [Fact]
    public void Reading_behind_the_end_fails_the_read_as_a_whole()
    {
        using var spool = PeopleSpool.Create("");

        Assert.Throws<EmployeeSourceException>(() => spool.Read(new byte[1], 0));
    }
}
