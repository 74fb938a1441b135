using System.Runtime.CompilerServices;

namespace ScimBridge.Browser.Tests;

/// <summary>Where the pictures go that tests take.</summary>
internal static class Pictures
{
    /// <summary>The folder, which version control ignores.</summary>
    public static string Folder { get; } =
        Directory.CreateDirectory(Path.GetFullPath(Path.Combine(Path.GetDirectoryName(ThisFile())!, "../../artifacts/screenshots"))).FullName;

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
