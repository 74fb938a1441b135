using System.Security.Cryptography;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;
using ScimBridge.Storage;

namespace ScimBridge.Directories;

/// <summary>In Development only: without <c>Secrets:Key</c>, one is made and kept in a file beside the database.</summary>
internal sealed class DevelopmentSecrets(IHostEnvironment environment, IOptions<StorageOptions> storage) : IPostConfigureOptions<SecretsOptions>
{
    private const string FileName = "development-secrets.key";

    /// <inheritdoc/>
    public void PostConfigure(string? name, SecretsOptions options)
    {
        if (options.Key is null && environment.IsDevelopment())
        {
            options.Key = ReadOrMake(Path.Combine(Folder(), FileName));
        }
    }

    private string Folder()
    {
        var database = storage.Value.Provider is StorageOptions.Sqlite
            ? new SqliteConnectionStringBuilder(storage.Value.ConnectionString).DataSource
            : Path.Combine("data", "none");
        return Path.GetDirectoryName(Path.GetFullPath(database)) ?? Path.GetFullPath(".");
    }

    private static string ReadOrMake(string path)
    {
        if (File.Exists(path))
        {
            return File.ReadAllText(path);
        }

        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var key = Convert.ToBase64String(RandomNumberGenerator.GetBytes(SecretsOptions.KeyLength));
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using var writer = new StreamWriter(path, options);
        writer.Write(key);
        return key;
    }
}
