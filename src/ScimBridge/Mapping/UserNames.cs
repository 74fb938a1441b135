using System.Globalization;
using ScimBridge.Employees;
using ScimBridge.Mapping.Rules;
using ScimBridge.Protocol.Filtering;

namespace ScimBridge.Mapping;

/// <summary>Gives everybody a userName that nobody else in the directory has, whatever the case (RFC 7643 section 4.1.1).</summary>
internal static class UserNames
{
    private const string FallbackPrefix = "hibob-";

    /// <summary>The code of the issue that says that somebody did not get the name asked for.</summary>
    public const string ClashCode = "user_name_clash";

    /// <summary>
    /// Assigns the trimmed e-mail address, else <c>hibob-{id}</c>. The result depends on who claims, not on the order of
    /// the claims, since no order of people can be relied on.
    /// </summary>
    public static UserNameAssignment Assign(IReadOnlyCollection<UserNameClaim> claims) => Assign(claims, UserNameClash.Fallback);

    /// <summary>Assigns the trimmed e-mail address, or whatever name is asked for, else what <paramref name="clash"/> says.</summary>
    public static UserNameAssignment Assign(IReadOnlyCollection<UserNameClaim> claims, UserNameClash clash)
    {
        ArgumentNullException.ThrowIfNull(claims);
        var holders = HoldersOfEmails(claims);
        var userNames = new Dictionary<string, string>(claims.Count, StringComparer.Ordinal);
        var others = new List<(UserNameClaim Claim, string? Holder)>();
        foreach (var claim in claims)
        {
            var email = CleanText.Of(claim.Email);
            var holder = email is null ? null : holders[ComparisonKey.Of(email)].EmployeeId;
            if (email is not null && holder == claim.EmployeeId)
            {
                userNames.Add(claim.EmployeeId, email);
            }
            else
            {
                others.Add((claim, holder));
            }
        }

        var issues = new List<SourceIssue>();
        var taken = new HashSet<string>(holders.Keys, StringComparer.Ordinal);
        foreach (var (claim, holder) in others.OrderBy(other => other.Claim.EmployeeId, StringComparer.Ordinal))
        {
            var suffixed = holder is null || clash is not UserNameClash.Suffix ? null : Suffixed(CleanText.Of(claim.Email)!, claim.EmployeeId);
            var (userName, isFirstChoice) = suffixed is not null && taken.Add(ComparisonKey.Of(suffixed)) ? (suffixed, true) : Fallback(claim.EmployeeId, taken);
            userNames.Add(claim.EmployeeId, userName);
            if (holder is not null)
            {
                issues.Add(EmailClash(claim.EmployeeId, holder));
            }
            else if (!isFirstChoice)
            {
                issues.Add(FallbackClash(claim.EmployeeId));
            }
        }

        return new UserNameAssignment(userNames, issues);
    }

    private static Dictionary<string, UserNameClaim> HoldersOfEmails(IReadOnlyCollection<UserNameClaim> claims)
    {
        var holders = new Dictionary<string, UserNameClaim>(claims.Count, StringComparer.Ordinal);
        foreach (var claim in claims)
        {
            if (CleanText.Of(claim.Email) is { } email)
            {
                var key = ComparisonKey.Of(email);
                if (!holders.TryGetValue(key, out var holder) || IsBefore(claim, holder))
                {
                    holders[key] = claim;
                }
            }
        }

        return holders;
    }

    // Somebody who is still here, then somebody still employed, then the newer record: a person hired again under a new
    // record goes on signing in as before.
    private static bool IsBefore(in UserNameClaim claim, in UserNameClaim other)
    {
        if (claim.Missing != other.Missing)
        {
            return other.Missing;
        }

        if (claim.Terminated != other.Terminated)
        {
            return other.Terminated;
        }

        var (created, otherCreated) = (claim.CreatedInSource ?? DateTime.MinValue, other.CreatedInSource ?? DateTime.MinValue);
        return created == otherCreated
            ? string.CompareOrdinal(claim.EmployeeId, other.EmployeeId) > 0
            : created > otherCreated;
    }

    private static string Suffixed(string name, string employeeId)
    {
        var at = name.LastIndexOf('@');
        return CleanText.Of(at > 0 ? $"{name[..at]}+{employeeId}{name[at..]}" : $"{name}+{employeeId}")!;
    }

    // Nothing keeps an e-mail field from holding "hibob-5", nor two identifiers from differing in case alone.
    private static (string UserName, bool IsFirstChoice) Fallback(string employeeId, HashSet<string> taken)
    {
        var fallback = CleanText.Of(FallbackPrefix + employeeId)!;
        if (taken.Add(ComparisonKey.Of(fallback)))
        {
            return (fallback, true);
        }

        for (var number = 2; ; number++)
        {
            var numbered = string.Create(CultureInfo.InvariantCulture, $"{fallback}-{number}");
            if (taken.Add(ComparisonKey.Of(numbered)))
            {
                return (numbered, false);
            }
        }
    }

    private static SourceIssue EmailClash(string employeeId, string holder) => new(
        employeeId,
        ClashCode,
        $"The userName that employee {employeeId} asks for, usually the e-mail address, is also that of employee {holder}, who keeps it.",
        "Give each of the two an e-mail address of their own in the HR system.");

    private static SourceIssue FallbackClash(string employeeId) => new(
        employeeId,
        ClashCode,
        $"Employee {employeeId} has no e-mail address, and somebody else has the userName that stands in for one.",
        "Give the employee an e-mail address in the HR system.");
}
