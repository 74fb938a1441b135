namespace ScimBridge.Tests.HiBob;

/// <summary>The JSON files beside these tests.</summary>
internal static class Fixture
{
    private static readonly string Folder = Find(new DirectoryInfo(AppContext.BaseDirectory));

    public static byte[] Bytes(string name) => File.ReadAllBytes(Path.Combine(Folder, name));

    public static string Text(string name) => File.ReadAllText(Path.Combine(Folder, name));

    private static string Find(DirectoryInfo? start)
    {
        for (var folder = start; folder is not null; folder = folder.Parent)
        {
            var candidate = Path.Combine(folder.FullName, "tests", "ScimBridge.Tests", "HiBob", "Fixtures");
            if (Directory.Exists(candidate))
            {
                return candidate;
            }
        }

        throw new DirectoryNotFoundException("The fixtures are not above the test's folder.");
    }
}
