using Microsoft.Extensions.Options;

namespace ScimBridge.Directories;

/// <summary>Refuses a missing or malformed key.</summary>
internal sealed class SecretsOptionsValidator : IValidateOptions<SecretsOptions>
{
    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, SecretsOptions options) => options.KeyBytes() is not null
        ? ValidateOptionsResult.Success
        : ValidateOptionsResult.Fail(
            "Secrets:Key is missing or not 32 bytes as base64. Make one with 'openssl rand -base64 32' and keep it apart from the database.");
}
