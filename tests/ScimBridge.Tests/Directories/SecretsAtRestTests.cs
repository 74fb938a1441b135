using System.Security.Cryptography;
using System.Text;
using Microsoft.Data.Sqlite;
using ScimBridge.Directories;
using ScimBridge.Tests.Storage;
using ScimBridge.Tests.TestDatabases;
using Xunit;

namespace ScimBridge.Tests.Directories;

public sealed class SecretsAtRestTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    [Shows("7644-7.7-storage")]
    public async Task The_database_file_holds_no_token_in_the_clear()
    {
        await using var fixture = await StorageFixture.StartAsync(Databases.Sqlite);
        await fixture.App.SyncAsync(cancellationToken: Ct);
        var path = new SqliteConnectionStringBuilder(fixture.ConnectionString).DataSource;
        var bytes = Directory.GetFiles(Path.GetDirectoryName(path)!).SelectMany(file =>
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            var content = new byte[stream.Length];
            stream.ReadExactly(content);
            return content;
        }).ToArray();

        Assert.True(bytes.AsSpan().IndexOf(ScimTokens.Hash(ScimBridgeApp.Token("acme"))) >= 0);
        Assert.True(bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(fixture.Simulators[0].Options.ServiceUserId)) >= 0);
        Assert.Equal(-1, bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(ScimBridgeApp.Token("acme"))));
        Assert.Equal(-1, bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(fixture.Simulators[0].Options.Token)));
        Assert.Equal(-1, bytes.AsSpan().IndexOf("<masterKey"u8));
    }

    [Fact]
    public async Task A_credential_is_encrypted_for_one_directory_only()
    {
        await using var fixture = await StorageFixture.StartAsync(Databases.Sqlite);
        var protector = fixture.Get<CredentialProtector>();
        var sealedToken = protector.Protect("acme", "token");

        Assert.Equal("token", protector.Unprotect("acme", sealedToken));
        Assert.ThrowsAny<CryptographicException>(() => protector.Unprotect("globex", sealedToken));
    }

    [Fact]
    [Shows("7644-7.4-entropy")]
    public void A_generated_token_has_256_random_bits_behind_its_prefix()
    {
        var tokens = Enumerable.Range(0, 100).Select(_ => ScimTokens.Generate()).ToList();

        Assert.Equal(100, tokens.Distinct(StringComparer.Ordinal).Count());
        Assert.All(tokens, token => Assert.Equal(32, System.Buffers.Text.Base64Url.DecodeFromChars(token.AsSpan(ScimTokens.Prefix.Length)).Length));
        Assert.All(tokens, token => Assert.Null(ScimTokens.Weakness(token)));
    }
}
