namespace ScimBridge.HiBobSimulator;

/// <summary>The list items that every HiBob company has from its first day; their ids are their names.</summary>
internal static class StandardLists
{
    public static void AddTo(Company company)
    {
        Add(company, "lifecycleStatus", "Hired", "Employed", "Leave", "Parental leave", "Garden leave", "Terminated");
        Add(company, "status", "Active", "Inactive");
        Add(company, "state", "Uninvited", "Invited", "Joined");
        Add(company, "payrollEmploymentType", "Permanent", "Temporary");
        Add(company, "employmentstatus", "Full time", "Part time");
        Add(company, "honorific", "Mr", "Mrs", "Ms", "Mx", "Dr");
        Add(company, "pronouns", "She / Her", "He / Him", "They / Them");
        Add(company, "terminationreason", "Resignation", "End of contract", "Redundancy", "Retirement");
        Add(company, "nationalities", "Brazilian", "British", "German", "Greek", "Indian", "Japanese", "Norwegian", "Polish", "Portuguese");
        Add(company, "hobbies", "Cooking", "Climbing", "Chess", "Sailing", "Choir");
        Add(
            company,
            "countries",
            "Brazil",
            "China",
            "Czech Republic",
            "Egypt",
            "France",
            "Germany",
            "Greece",
            "India",
            "Israel",
            "Japan",
            "Norway",
            "Poland",
            "Portugal",
            "South Korea",
            "Spain",
            "Sweden",
            "Thailand",
            "Turkey",
            "Ukraine",
            "United Arab Emirates",
            "United Kingdom",
            "United States",
            "Vietnam");
    }

    // Built-in statuses are spelled in lower case on the wire; the other lists use the name itself as id.
    private static void Add(Company company, string list, params string[] names)
    {
        foreach (var name in names)
        {
            company.AddListItem(list, list == "lifecycleStatus" ? name.ToLowerInvariant() : name, name);
        }
    }
}
