using System.Security.Cryptography;
using System.Text;
using ScimBridge.Mapping.Rules;

namespace ScimBridge.Mapping.Evaluation;

/// <summary>Tells apart rules that make other resources of the same people and facts.</summary>
internal static class RulesFingerprint
{
    /// <summary>The digest of the rules of attributes. All else, such as who is active or in which group, is among the facts about a user.</summary>
    public static string Of(DirectoryRules rules) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(DirectoryRulesJson.Write(
        new DirectoryRules
        {
            Attributes = rules.Attributes,
            HomeAddress = rules.HomeAddress,
            CustomAttributes = rules.CustomAttributes,
            UserName = new UserNameRule { StripSandboxSuffix = rules.UserName.StripSandboxSuffix },
        }))));
}
