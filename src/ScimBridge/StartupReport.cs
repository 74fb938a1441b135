using ScimBridge.Admin;
using ScimBridge.Admin.Accounts;
using ScimBridge.Demo;
using ScimBridge.Directories;
using ScimBridge.Scim;

namespace ScimBridge;

/// <summary>What whoever started the server needs to know, written to the console and to no log, since it holds secrets shown once.</summary>
/// <param name="NewTokens">SCIM tokens made for directories that had none.</param>
/// <param name="Demo">The demo, when it runs.</param>
/// <param name="NewPassword">The admin account's password, when this start made one.</param>
internal sealed record StartupReport(IReadOnlyList<NewScimToken> NewTokens, DemoStart? Demo, string? NewPassword)
{
    /// <summary>Writes it.</summary>
    public void Write(TextWriter output, string address)
    {
        output.WriteLine();
        output.WriteLine($"ScimBridge answers at {address}");
        output.WriteLine($"  SCIM base URL  {address}{ScimEndpoints.BasePath}");
        output.WriteLine($"  Sign-in        {address}{AdminPaths.SignIn}   account '{AdminPasswords.UserName}'");
        output.WriteLine($"  Job dashboard  {address}{AdminPaths.Hangfire}");
        if (NewPassword is not null)
        {
            output.WriteLine($"  Password       {NewPassword}   of '{AdminPasswords.UserName}', shown this once, to be changed at the first sign-in");
        }

        foreach (var token in NewTokens)
        {
            output.WriteLine($"  SCIM token     {token.Token}   directory '{token.DirectoryKey}', shown this once");
        }

        if (Demo is not null)
        {
            output.WriteLine(Demo.Token is { } made
                ? $"  Demo token     {made.Token}   directory '{made.DirectoryKey}', until the next start"
                : "  Demo token     the one of the setting Demo:ScimToken");
            output.WriteLine($"  Simulated HiBob at {Demo.HiBobUrl}, changed at {Demo.ControlUrl}");
            output.WriteLine();
            output.WriteLine("Try it once the first sync has ended, in a few seconds:");
            output.WriteLine($"  curl -H 'Authorization: Bearer {Demo.Token?.Token ?? "<demo token>"}' '{address}{ScimEndpoints.BasePath}/Users?count=2'");
        }

        output.WriteLine();
    }
}
