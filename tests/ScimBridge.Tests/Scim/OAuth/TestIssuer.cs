using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Xunit;

namespace ScimBridge.Tests.Scim.OAuth;

/// <summary>A real issuer of access tokens on loopback: its metadata, its keys, and tokens signed with them; people can sign in there too.</summary>
internal sealed class TestIssuer : IAsyncDisposable
{
    /// <summary>The audience of its tokens.</summary>
    public const string Audience = "https://scim.example.com";

    private readonly WebApplication server;
    private readonly List<JsonWebKey> published = [];

    private TestIssuer(WebApplication server)
    {
        this.server = server;
        SignIns = new ProviderSignIns(this);
        Rsa = NewKey();
        Ec = new ECDsaSecurityKey(ECDsa.Create(ECCurve.NamedCurves.nistP256)) { KeyId = Guid.NewGuid().ToString() };
        published.Add(JsonWebKeyConverter.ConvertFromRSASecurityKey(new RsaSecurityKey(Rsa.Rsa.ExportParameters(false)) { KeyId = Rsa.KeyId }));
        published.Add(JsonWebKeyConverter.ConvertFromECDsaSecurityKey(
            new ECDsaSecurityKey(ECDsa.Create(Ec.ECDsa.ExportParameters(false))) { KeyId = Ec.KeyId }));
        published.Add(JsonWebKeyConverter.ConvertFromSymmetricSecurityKey(Shared));
    }

    /// <summary>Its name and address.</summary>
    public string Url => server.Urls.First();

    public RsaSecurityKey Rsa { get; }

    public ECDsaSecurityKey Ec { get; }

    /// <summary>A key for signatures that whoever checks them could also make; published, though no issuer should.</summary>
    public SymmetricSecurityKey Shared { get; } = new(RandomNumberGenerator.GetBytes(64)) { KeyId = Guid.NewGuid().ToString() };

    /// <summary>Where people sign in.</summary>
    public ProviderSignIns SignIns { get; }

    /// <summary>What it calls itself in its metadata; its address when null.</summary>
    public string? Name { get; set; }

    /// <summary>Whether it answers nothing but errors.</summary>
    public bool Down { get; set; }

    /// <summary>How often its metadata was asked for.</summary>
    public int Asked { get; private set; }

    /// <summary>The settings that make a server take its tokens.</summary>
    public Dictionary<string, string?> Settings => new() { ["Scim:OAuth:Issuer"] = Url, ["Scim:OAuth:Audience"] = Audience };

    public static async Task<TestIssuer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var server = builder.Build();
        var issuer = new TestIssuer(server);
        server.MapGet("/.well-known/openid-configuration", issuer.Metadata);
        server.MapGet("/jwks", () => issuer.Down ? Results.StatusCode(500) : Results.Json(new { keys = issuer.published.Select(Public) }));
        issuer.SignIns.Map(server);
        await server.StartAsync(TestContext.Current.CancellationToken);
        return issuer;
    }

    /// <summary>A key that nobody knows until it is published.</summary>
    public static RsaSecurityKey NewKey() => new(RSA.Create(2048)) { KeyId = Guid.NewGuid().ToString() };

    /// <summary>Adds a key to those that the issuer names.</summary>
    public void Publish(RsaSecurityKey key) =>
        published.Add(JsonWebKeyConverter.ConvertFromRSASecurityKey(new RsaSecurityKey(key.Rsa.ExportParameters(false)) { KeyId = key.KeyId }));

    /// <summary>A good access token for <c>acme</c>, but for what the arguments say.</summary>
    public string Token(
        Dictionary<string, object>? claims = null,
        string? audience = Audience,
        string? issuer = null,
        TimeSpan? age = null,
        SecurityKey? key = null,
        string algorithm = SecurityAlgorithms.RsaSha256)
    {
        var now = DateTime.UtcNow - (age ?? TimeSpan.Zero);
        return new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
        {
            Issuer = issuer ?? Url,
            Audience = audience,
            IssuedAt = now,
            NotBefore = now,
            Expires = now + TimeSpan.FromMinutes(5),
            Claims = claims ?? Claims("acme"),
            SigningCredentials = new SigningCredentials(key ?? Rsa, algorithm),
        });
    }

    /// <summary>The claims of a good access token.</summary>
    public static Dictionary<string, object> Claims(object directory, object? scope = null, string subject = "client-1") =>
        new() { ["sub"] = subject, ["scope"] = scope ?? "openid scim", ["directory"] = directory };

    public ValueTask DisposeAsync() => server.DisposeAsync();

    private IResult Metadata()
    {
        Asked++;
        return Down ? Results.StatusCode(500) : Results.Json(new
        {
            issuer = Name ?? Url,
            jwks_uri = $"{Url}/jwks",
            authorization_endpoint = $"{Url}/authorize",
            token_endpoint = $"{Url}/token",
        });
    }

    private static Dictionary<string, string?> Public(JsonWebKey key) => new Dictionary<string, string?>
    {
        ["kty"] = key.Kty,
        ["kid"] = key.Kid,
        ["use"] = "sig",
        ["n"] = key.N,
        ["e"] = key.E,
        ["crv"] = key.Crv,
        ["x"] = key.X,
        ["y"] = key.Y,
        ["k"] = key.K,
    }.Where(member => member.Value is not null).ToDictionary(member => member.Key, member => member.Value);
}
