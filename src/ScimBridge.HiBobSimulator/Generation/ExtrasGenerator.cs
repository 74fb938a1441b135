using System.Globalization;

namespace ScimBridge.HiBobSimulator.Generation;

/// <summary>
/// Fills what came to the company later, from a sequence of its own: whoever was generated before is the same person still, with more said
/// about them.
/// </summary>
internal sealed class ExtrasGenerator(SeededRandom random)
{
    private static readonly Dictionary<string, string> Locales = new(StringComparer.Ordinal)
    {
        ["Norway"] = "nb-NO",
        ["Portugal"] = "pt-PT",
        ["United Kingdom"] = "en-GB",
        ["Germany"] = "de-DE",
        ["Poland"] = "pl-PL",
        ["Greece"] = "el-GR",
        ["Ukraine"] = "uk-UA",
        ["Turkey"] = "tr-TR",
        ["Israel"] = "he-IL",
        ["United Arab Emirates"] = "ar-AE",
        ["India"] = "hi-IN",
        ["China"] = "zh-CN",
        ["Japan"] = "ja-JP",
        ["South Korea"] = "ko-KR",
        ["Thailand"] = "th-TH",
        ["United States"] = "en-US",
        ["Vietnam"] = "vi-VN",
    };

    private static readonly DateOnly Badges = new(2027, 1, 1);

    public void Fill(PersonRow row, SitePlan site, string email, string? honorific, int department)
    {
        var plan = DepartmentPlans.All[department];
        row.Set("personal.honorific", honorific ?? (random.Chance(50) ? random.Pick(["Mr", "Mrs", "Ms", "Mx", "Dr"]) : null));
        row.Set("personal.communication.slackUsername", random.Chance(80) ? email.Split('@')[0] : null);
        row.Set("home.privatePhone", random.Chance(40) ? random.Fill(site.Mobile) : null);
        row.Set("about.hobbies", random.Chance(50) ? Several(["Cooking", "Climbing", "Chess", "Sailing", "Choir"]) : null);
        row.Set("employee.jobFamilyGroupId", random.Chance(90) ? TenantPlan.JobFamilyGroup(plan.Id) : null);
        row.Set("employee.jobFamilyId", random.Chance(90) ? TenantPlan.JobFamily(department) : null);
        row.Set(TenantFields.Division, random.Chance(95) ? TenantPlan.Division(plan.Id) : null);
        row.Set(TenantFields.Team, random.Chance(60) ? random.Pick(TenantPlan.Teams) : null);
        row.Set(TenantFields.ShirtSize, random.Chance(70) ? random.Pick(TenantPlan.Sizes) : null);
        row.Set(TenantFields.Languages, random.Chance(60) ? Several(TenantPlan.Languages) : null);
        row.Set(TenantFields.Locale, random.Chance(85) ? Locales.GetValueOrDefault(site.Site.Country ?? "") : null);
        row.Set(TenantFields.Locker, random.Chance(30) ? (long)random.Between(1, 999) : null);
        row.Set(TenantFields.FirstAider, random.Chance(20) ? random.Chance(60) : null);
        row.Set(
            TenantFields.BadgeExpiry,
            random.Chance(50) ? Badges.AddDays(random.Below(1_000)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : null);
    }

    private string[] Several(string[] items)
    {
        var first = random.Below(items.Length);
        return [.. Enumerable.Range(first, random.Between(1, 3)).Select(index => items[index % items.Length])];
    }
}
