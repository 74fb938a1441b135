using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.IdentityModel.Tokens;

namespace ScimBridge.Tests.Scim.OAuth;

/// <summary>The part of an OpenID Connect provider at which people sign in: authorization codes with PKCE, and id tokens for them.</summary>
internal sealed class ProviderSignIns(TestIssuer issuer)
{
    public const string ClientId = "scimbridge";
    public const string ClientSecret = "the secret of the client";

    private readonly ConcurrentDictionary<string, IQueryCollection> codes = new();

    /// <summary>The claims of whoever signs in next.</summary>
    public Dictionary<string, object> Person { get; set; } = new() { ["sub"] = "person-1" };

    /// <summary>Whether whoever signs in next says no.</summary>
    public bool Refuses { get; set; }

    /// <summary>The audience of the id tokens.</summary>
    public string Audience { get; set; } = ClientId;

    /// <summary>The nonce of the id tokens; the one that was asked for when null.</summary>
    public string? Nonce { get; set; }

    /// <summary>What the last authorization request asked for.</summary>
    public IQueryCollection? Asked { get; private set; }

    /// <summary>The settings that have a server send admins here.</summary>
    public Dictionary<string, string?> Settings => new()
    {
        ["Admin:OpenIdConnect:Authority"] = issuer.Url,
        ["Admin:OpenIdConnect:ClientId"] = ClientId,
        ["Admin:OpenIdConnect:ClientSecret"] = ClientSecret,
        ["Admin:OpenIdConnect:Name"] = "Example ID",
        ["Admin:OpenIdConnect:RoleClaim"] = "groups",
        ["Admin:OpenIdConnect:Roles:people-readers"] = "viewer",
        ["Admin:OpenIdConnect:Roles:people-admins"] = "admin",
    };

    public void Map(WebApplication server)
    {
        server.MapGet("/authorize", Authorize);
        server.MapPost("/token", TokenAsync);
    }

    private IResult Authorize(HttpRequest request)
    {
        Asked = request.Query;
        var back = new Dictionary<string, string?> { ["state"] = request.Query["state"] };
        if (Refuses)
        {
            back["error"] = "access_denied";
        }
        else
        {
            back["code"] = Guid.NewGuid().ToString("N");
            codes[back["code"]!] = request.Query;
        }

        return Results.Redirect(QueryHelpers.AddQueryString(request.Query["redirect_uri"].ToString(), back));
    }

    private async Task<IResult> TokenAsync(HttpRequest request)
    {
        var form = await request.ReadFormAsync();
        var right = form["client_id"] == ClientId && form["client_secret"] == ClientSecret && form["grant_type"] == "authorization_code";
        if (!right || !codes.TryRemove(form["code"].ToString(), out var asked)
            || asked["redirect_uri"] != form["redirect_uri"] || asked["code_challenge_method"] != "S256"
            || asked["code_challenge"] != Base64UrlEncoder.Encode(SHA256.HashData(Encoding.ASCII.GetBytes(form["code_verifier"].ToString()))))
        {
            return Results.BadRequest(new { error = "invalid_grant" });
        }

        var claims = new Dictionary<string, object>(Person) { ["nonce"] = Nonce ?? asked["nonce"].ToString() };
        return Results.Json(new { access_token = "opaque", token_type = "Bearer", expires_in = 300, id_token = issuer.Token(claims, Audience) });
    }
}
