namespace ScimBridge.HiBobSimulator.Generation;

/// <summary>The departments of Fjordline, parents before children. First-day items have their name as id, later ones a number.</summary>
internal static class DepartmentPlans
{
    private static readonly string[] Engineers = ["Engineer", "Senior Engineer", "Staff Engineer", "Engineer in Test", "Working Student"];
    private static readonly string[] Sellers = ["Account Executive", "Sales Development Representative", "Account Manager", "Solutions Consultant"];

    /// <summary>Cost centres by id.</summary>
    public static IReadOnlyList<(string Id, string Name)> CostCentres { get; } =
    [
        ("263100899", "CC-001 Board"), ("263100900", "CC-100 Platform"), ("263100901", "CC-200 Sales"), ("263100902", "CC-110 Product"),
        ("263100903", "CC-300 Customers"), ("263100904", "CC-400 Marketing"), ("263100905", "CC-500 Finance and legal"), ("263100906", "CC-600 People"),
        ("263100907", "CC-700 Ships and ports"),
    ];

    public static IReadOnlyList<DepartmentPlan> All { get; } =
    [
        new("Executive", "Executive", null, 1, "Chief Executive Officer", "Chief of Staff", ["Executive Assistant", "Strategy Associate"], "263100899"),
        new("Engineering", "Engineering", null, 4, "CTO", "Engineering Manager", Engineers, "263100900"),
        new("Sales", "Sales", null, 5, "VP Sales", "Sales Manager", Sellers, "263100901"),
        new("Operations", "Operations", null, 3, "COO", "Operations Manager", ["Operations Analyst", "Dispatcher", "Planner"], "263100907"),
        new("Product", "Product", null, 2, "Chief Product Officer", "Group Product Manager", ["Product Manager", "Product Analyst"], "263100902"),
        new("People", "People", null, 2, "Chief People Officer", "People Manager", ["People Partner", "People Specialist"], "263100906"),
        new("Finance", "Finance", null, 3, "CFO", "Finance Manager", ["Accountant", "Controller", "Financial Analyst"], "263100905"),
        new("Marketing", "Marketing", null, 4, "Chief Marketing Officer", "Marketing Manager", ["Content Writer", "Brand Designer", "Campaign Specialist"], "263100904"),
        new("Customer Care", "Customer Care", null, 5, "VP Customer Care", "Care Team Lead", ["Care Agent", "Care Specialist", "Customer Success Partner"], "263100903"),
        new("263100417", "Platform", "Engineering", 8, "Director of Platform", "Engineering Manager", Engineers, "263100900"),
        new("263100418", "Data", "Engineering", 5, "Director of Data", "Data Manager", ["Data Engineer", "Data Scientist", "Analytics Engineer"], "263100900"),
        new("263100419", "Security & Compliance", "Engineering", 2, "CISO", "Security Manager", ["Security Engineer", "Compliance Analyst"], "263100900"),
        new("263100420", "Storage", "263100417", 4, "Head of Storage", "Engineering Manager", Engineers, "263100900"),
        new("263100421", "Developer Experience", "263100417", 3, "Head of Developer Experience", "Engineering Manager", Engineers, "263100900"),
        new("263100422", "EMEA", "Sales", 6, "Director of Sales, EMEA", "Sales Manager", Sellers, "263100901"),
        new("263100423", "Americas", "Sales", 5, "Director of Sales, Americas", "Sales Manager", Sellers, "263100901"),
        new("263100424", "アジア太平洋", "Sales", 4, "Director of Sales, APAC", "Sales Manager", Sellers, "263100901"),
        new("263100425", "Terminals", "Operations", 9, "Director of Terminals", "Terminal Manager", ["Crane Operator", "Terminal Agent", "Shift Lead"], "263100907"),
        new("263100426", "Fleet", "Operations", 8, "Director of Fleet", "Fleet Manager", ["Captain", "Chief Mate", "Marine Engineer", "Deckhand"], "263100907"),
        new("263100427", "Design", "Product", 3, "Head of Design", "Design Manager", ["Product Designer", "UX Researcher"], "263100902"),
        new("263100428", "Legal", "Finance", 2, "General Counsel", "Legal Manager", ["Counsel", "Paralegal"], "263100905"),
        new("263100429", "Recruiting", "People", 2, "Head of Recruiting", "Recruiting Manager", ["Recruiter", "Sourcer"], "263100906"),
        new("263100431", "2030", "Product", 1, "Head of 2030", "Programme Manager", ["Programme Lead", "Futurist"], "263100902"),
    ];
}
