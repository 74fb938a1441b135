using ScimBridge.HiBobSimulator.Generation;

namespace ScimBridge.HiBobSimulator.Life;

/// <summary>What happens to lists. Names get a number behind them, so that a log of the life can be read.</summary>
internal sealed class LifeOfLists(Company company, SeededRandom random)
{
    private const int FewestItems = 4;

    private static readonly string[] Lists = ["department", "department", "title", "site", StandardFields.TeamList, StandardFields.CostCentreList];

    public string? Rename(string number)
    {
        var list = random.Pick(Lists);
        if (LifeOfPeople.PickItem(company, list, random) is not { } item)
        {
            return null;
        }

        var name = item.Name.Split(" · ")[0];
        company.RenameListItem(list, item.Id, $"{name} · {number}");
        return $"{list}/{item.Id}";
    }

    public string? Add(string number)
    {
        // An office needs an address, so none is opened here.
        var list = random.Pick(Lists);
        if (list == "site" || company.FindList(list) is null)
        {
            return null;
        }

        var id = random.Fill("2632#####");
        if (company.List(list).Find(id) is not null)
        {
            return null;
        }

        var parent = list == "department" && random.Chance(50) ? LifeOfPeople.PickItem(company, list, random)?.Id : null;
        company.AddListItem(list, id, $"New · {number}", parent);
        return $"{list}/{id}";
    }

    public string? Archive()
    {
        var list = random.Pick(Lists);
        if (LifeOfPeople.Items(company, list).Length < FewestItems || LifeOfPeople.PickItem(company, list, random) is not { } item)
        {
            return null;
        }

        company.ArchiveListItem(list, item.Id);
        return $"{list}/{item.Id}";
    }
}
