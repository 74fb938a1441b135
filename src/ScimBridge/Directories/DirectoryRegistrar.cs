using Microsoft.Extensions.Options;
using ScimBridge.Storage;
using ScimBridge.Storage.Records;

namespace ScimBridge.Directories;

/// <summary>Brings the store in line with the directories that the settings declare.</summary>
internal sealed partial class DirectoryRegistrar(
    DirectoryDeclarer declarer, DirectoryLinks links, WebhookSecrets secrets, ScimTokenStore tokens, IOptions<DirectoriesOptions> options,
    ILogger<DirectoryRegistrar> logger)
{
    /// <summary>The demo directory's key, which no declared one may have.</summary>
    public const string DemoKey = "demo";

    /// <summary>Declares what the settings hold and pauses every other directory but those of <paramref name="otherKeys"/> and of admins.</summary>
    /// <returns>Tokens that were made because a directory had none, to be shown once.</returns>
    public async Task<IReadOnlyList<NewScimToken>> RegisterAsync(
        Uri defaultBaseUrl, IReadOnlyCollection<string> otherKeys, CancellationToken cancellationToken)
    {
        var made = new List<NewScimToken>();
        foreach (var declared in options.Value.Directories)
        {
            var directory = await declarer.DeclareAsync(Declaration(declared, defaultBaseUrl), cancellationToken);
            var id = new DirectoryId(directory.Id);

            if (Filled(declared.HiBob.WebhookSecret) is { } secret)
            {
                await secrets.SetAsync(directory, secret, cancellationToken);
            }

            await tokens.ReplaceAsync(id, ScimTokenOrigin.Configured, [.. declared.ScimTokens.Select(ScimTokens.PrintOf)], cancellationToken);
            if (!await tokens.AnyAsync(id, cancellationToken))
            {
                var token = ScimTokens.Generate();
                await tokens.AddAsync(id, "first", ScimTokenOrigin.Generated, ScimTokens.PrintOf(token), cancellationToken);
                made.Add(new NewScimToken(directory.Key, token));
            }
        }

        var declaredKeys = options.Value.Directories.Select(directory => directory.Key!).Concat(otherKeys).ToList();
        foreach (var key in await declarer.PauseOthersAsync(declaredKeys, cancellationToken))
        {
            Paused(key);
        }

        return made;
    }

    private DirectoryDeclaration Declaration(DirectoryOptions declared, Uri defaultBaseUrl)
    {
        var key = declared.Key!;
        var name = Filled(declared.Name) ?? key;
        var token = Filled(declared.HiBob.Token);
        return new DirectoryDeclaration
        {
            Key = key,
            Name = name,
            Organization = Filled(declared.Organization) ?? name,
            BaseUrl = declared.HiBob.BaseUrl is { } baseUrl ? new Uri(baseUrl) : defaultBaseUrl,
            ServiceUserId = Filled(declared.HiBob.ServiceUserId),
            ProtectedToken = token is null ? null : links.Protect(key, token),
            TokenHint = CredentialLimits.Hint(token),
            Settings = DirectoryLimits.SettingsOf(declared),
        };
    }

    private static string? Filled(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    [LoggerMessage(Level = LogLevel.Warning, Message = "Directory {Directory} is no longer declared in the settings: it is paused, and its data is kept")]
    private partial void Paused(string directory);
}
