using Microsoft.Extensions.Options;
using ScimBridge.Directories;

namespace ScimBridge.Demo;

/// <summary>Refuses a demo token that is too weak to protect anything.</summary>
internal sealed class DemoOptionsValidator : IValidateOptions<DemoOptions>
{
    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, DemoOptions options) =>
        string.IsNullOrEmpty(options.ScimToken) || ScimTokens.Weakness(options.ScimToken) is not { } weakness
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail($"Demo:ScimToken {weakness}");
}
