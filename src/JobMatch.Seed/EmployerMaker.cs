using JobMatch.Employers;

namespace JobMatch.Seed;

/// <summary>Firms, workshops, cooperatives, projects, owners of welfare posts and agencies; most verified, some waiting, some refused.</summary>
internal sealed class EmployerMaker(Facts facts, List<SettlementFact> settlements, int seed, DateOnly today)
{
    /// <summary>The first ones are one of each kind, so that the smallest county has every kind too.</summary>
    private static readonly EmployerKind[] First =
        [EmployerKind.Enterprise, EmployerKind.AidWorkshop, EmployerKind.PublicWelfareOwner, EmployerKind.WorkReliefProject, EmployerKind.LabourAgency, EmployerKind.SoleTrader, EmployerKind.Cooperative, EmployerKind.CommunityFactory];

    private readonly HashSet<string> _names = [];

    public List<EmployerPlan> Make(int count) => [.. Enumerable.Range(0, count).Select(One)];

    private EmployerPlan One(int index)
    {
        var dice = Dice.For(seed, "employer", index);
        var kind = index < First.Length ? First[index] : dice.Weighted(
            (EmployerKind.Enterprise, 52), (EmployerKind.AidWorkshop, 14), (EmployerKind.CommunityFactory, 6), (EmployerKind.Cooperative, 10), (EmployerKind.WorkReliefProject, 5),
            (EmployerKind.PublicWelfareOwner, 8), (EmployerKind.LabourAgency, 6), (EmployerKind.SoleTrader, 14));
        int? settlement = kind is EmployerKind.AidWorkshop or EmployerKind.CommunityFactory or EmployerKind.SoleTrader || dice.Chance(30) ? BySize(dice) : null;
        var township = settlement is { } s ? facts.County.Townships.First(t => t.Code == settlements[s].Township) : dice.Pick(facts.County.Townships);
        var name = Name(kind, settlement, township, dice);
        var state = index < First.Length ? EmployerState.Verified : dice.Weighted((EmployerState.Verified, 88), (EmployerState.Registered, 7), (EmployerState.Rejected, 2), (EmployerState.Suspended, 3));
        var registered = state == EmployerState.Registered ? dice.Day(today.AddDays(-9), today.AddDays(-1)) : dice.Day(today.AddMonths(-36), today.AddMonths(-8));
        return new EmployerPlan(
            index, name, kind, settlement,
            settlement is { } at ? $"{settlements[at].Name} {dice.Range(1, 9)} 号" : $"{township.Name}{dice.Pick<string>(["人民路", "兴业路", "工业园一路", "河滨路"])} {dice.Range(1, 120)} 号",
            facts.Firms.About[kind],
            kind is EmployerKind.PublicWelfareOwner ? "" : InventedNumbers.CreditCode(index + 1),
            dice.Pick(facts.Names.Surnames) + dice.Pick<string>(["经理", "主任", "老板", "师傅"]),
            InventedNumbers.Mobile(90_000_000 + index), state, registered);
    }

    private int BySize(Dice dice)
    {
        var at = dice.Range(1, settlements.Sum(s => s.Population));
        for (var i = 0; i < settlements.Count; i++)
            if ((at -= settlements[i].Population) <= 0) return i;
        return settlements.Count - 1;
    }

    private string Name(EmployerKind kind, int? settlement, TownshipFact township, Dice dice)
    {
        for (var attempt = 0; ; attempt++)
        {
            var tail = dice.Pick(facts.Firms.Kinds[kind]);
            var name = kind switch
            {
                EmployerKind.PublicWelfareOwner when tail == "社区居民委员会" => settlements[settlement ?? dice.Range(0, settlements.Count - 1)].Name + "居民委员会",
                EmployerKind.PublicWelfareOwner => township.Name + tail,
                EmployerKind.WorkReliefProject => township.Name + dice.Pick(facts.County.Villages) + tail,
                EmployerKind.AidWorkshop or EmployerKind.CommunityFactory => settlements[settlement!.Value].Name + dice.Pick(facts.Firms.Prefixes) + tail,
                EmployerKind.Cooperative => dice.Pick(facts.County.Villages) + dice.Pick(facts.Firms.Prefixes) + tail,
                EmployerKind.SoleTrader => dice.Pick(facts.Names.Surnames) + "记" + tail,
                _ => facts.County.Name + dice.Pick(facts.Firms.Prefixes) + tail,
            };
            if (attempt > 20) name += $"（{_names.Count + 1}）";
            if (_names.Add(name)) return name;
        }
    }
}
