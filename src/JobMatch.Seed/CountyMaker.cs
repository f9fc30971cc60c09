using JobMatch.Cases;
using JobMatch.EmploymentSpells;

namespace JobMatch.Seed;

/// <summary>Makes the whole county from the facts, a seed number and a day. Same arguments, same county.</summary>
internal static class CountyMaker
{
    public static CountyPlan Make(Facts facts, SeedSize size, int seed, DateOnly today)
    {
        var counts = SeedCounts.Of(size);
        var (settlements, stations) = Places(facts.County, counts);
        var employers = new EmployerMaker(facts, settlements, seed, today).Make(counts.Employers);
        var notices = new PostingMaker(facts, settlements, employers, seed, today).Make(counts.Postings);
        var spells = new SpellMaker(facts, employers, today);
        var households = MakeHouseholds(facts, settlements, spells, counts, seed, today);
        DemoPeople.GivePhones(households, today);
        var referrals = new ReferralMaker(spells, [.. households.SelectMany(h => h.Members)], [.. notices.SelectMany(n => n.Postings)], seed, today).Make();
        var hired = referrals.Where(r => r.Spell is not null).Select(r => r.Person).ToHashSet();
        foreach (var household in households) CaseMaker.Open(household, hired, Dice.For(seed, "case", household.Index), today);
        var fairs = FairMaker.Make(facts.Fairs, settlements, stations, [.. notices.SelectMany(n => n.Postings)], today);
        return new CountyPlan(facts.County, settlements, stations, employers, notices, households, referrals, fairs, today);
    }

    private static (List<SettlementFact>, List<StationFact>) Places(CountyFacts county, SeedCounts counts)
    {
        if (counts.Copies == 0)
        {
            var two = county.Settlements.TakeLast(2).ToList();
            return (two, [.. county.Stations.Where(s => s.Serves.Any(n => two.Exists(t => t.Name == n))).Select(s => s with { Serves = [.. s.Serves.Where(n => two.Exists(t => t.Name == n))] })]);
        }

        List<SettlementFact> settlements = [];
        List<StationFact> stations = [];
        for (var copy = 0; copy < counts.Copies; copy++)
        {
            var suffix = copy == 0 ? "" : $"{copy + 1}区";
            settlements.AddRange(county.Settlements.Select(s => s with { Name = s.Name + suffix, Latitude = s.Latitude + (copy * 0.003), Longitude = s.Longitude + (copy * 0.002) }));
            stations.AddRange(county.Stations.Select(s => s with { Name = s.Name + suffix, Serves = [.. s.Serves.Select(n => n + suffix)] }));
        }

        return (settlements, stations);
    }

    private static List<HouseholdPlan> MakeHouseholds(Facts facts, List<SettlementFact> settlements, SpellMaker spells, SeedCounts counts, int seed, DateOnly today)
    {
        var maker = new HouseholdMaker(facts, settlements, spells, seed, today);
        var population = settlements.Sum(s => s.Population);
        List<HouseholdPlan> households = [];
        var due = 0.0;
        for (var i = 0; i < settlements.Count; i++)
        {
            due += (double)counts.Households * settlements[i].Population / population;
            while (households.Count < (int)Math.Round(due)) households.Add(maker.Make(households.Count, i));
        }

        return households;
    }
}

/// <summary>Opens the cases that a household's state asks for, some of them helped already, some cleared long ago.</summary>
internal static class CaseMaker
{
    public static void Open(HouseholdPlan household, HashSet<int> hired, Dice dice, DateOnly today)
    {
        var workers = household.Members.Where(m => m.Worker is { Able: true, Willing: true }).ToList();
        if (workers.Count == 0) return;
        if (!household.Members.Exists(m => hired.Contains(m.Index) || m.Worker?.EmployedOn(today) == true)) ZeroEmployment(household, dice, today);
        else if (dice.Chance(2)) Cleared(household, dice, today);
        foreach (var person in workers.Where(w => !hired.Contains(w.Index))) JobLoss(household, person, dice, today);
        if (dice.Chance(2)) Asked(household, dice.Pick(workers), dice, today);
    }

    private static void ZeroEmployment(HouseholdPlan household, Dice dice, DateOnly today)
    {
        var opened = today.AddDays(-dice.Weighted((0, 3), (1, 4), (2, 4), (3, 3), (5, 2), (8, 1)));
        DateOnly? helped = dice.Chance(55) ? dice.Day(opened, today) : null;
        household.Cases.Add(new CasePlan(CaseKind.ZeroEmploymentHousehold, null, opened, helped, null, null, ""));
    }

    private static void Cleared(HouseholdPlan household, Dice dice, DateOnly today)
    {
        var opened = dice.Day(today.AddDays(-300), today.AddDays(-20));
        var outcome = dice.Weighted((CaseOutcome.Employed, 8), (CaseOutcome.InTraining, 2), (CaseOutcome.HandedToHardshipRelief, 1));
        household.Cases.Add(new CasePlan(CaseKind.ZeroEmploymentHousehold, null, opened, opened.AddDays(dice.Range(0, 4)), outcome, opened.AddDays(dice.Range(4, 9)), ""));
    }

    private static void JobLoss(HouseholdPlan household, PersonPlan person, Dice dice, DateOnly today)
    {
        if (person.Worker!.EmployedOn(today) || person.Worker.Spells.LastOrDefault() is not { End: { } end, Channel: not Channel.Gig }) return;
        var opened = end.AddDays(1);
        if (opened < today.AddDays(-45) || opened > today || !dice.Chance(80)) return;
        var open = opened > today.AddDays(-12);
        DateOnly? helped = open && dice.Chance(45) ? null : Earlier(opened.AddDays(dice.Range(0, 3)), today);
        household.Cases.Add(open || dice.Chance(30)
            ? new CasePlan(CaseKind.JobLoss, person.Index, opened, helped, null, null, "")
            : new CasePlan(CaseKind.JobLoss, person.Index, opened, helped, dice.Pick<CaseOutcome>([CaseOutcome.Employed, CaseOutcome.InTraining, CaseOutcome.NotWilling]), Earlier(opened.AddDays(dice.Range(4, 12)), today), ""));
    }

    private static void Asked(HouseholdPlan household, PersonPlan person, Dice dice, DateOnly today)
    {
        var (kind, topic, text) = dice.Pick<(CaseKind, HelpTopic, string)>([
            (CaseKind.Rights, HelpTopic.UnpaidWages, "上个月的工钱还差一半没给，老板说再等等。"),
            (CaseKind.Rights, HelpTopic.LabourDispute, "干了两个月没签合同，想问怎么办。"),
            (CaseKind.HelpRequest, HelpTopic.StartUpLoan, "想开个小吃摊，问问创业贷款怎么办。"),
            (CaseKind.HelpRequest, HelpTopic.CareerGuidance, "孩子上学了，想找个能接送孩子的活。"),
            (CaseKind.HelpRequest, HelpTopic.Training, "想学开挖机，在哪里报名？"),
            (CaseKind.Correction, HelpTopic.None, "我的文化程度写错了，是初中毕业。"),
            (CaseKind.Correction, HelpTopic.None, "电话换了，请帮我改一下。")]);
        var opened = dice.Day(today.AddDays(-60), today);
        var done = opened < today.AddDays(-8) && dice.Chance(85);
        DateOnly? helped = done || dice.Chance(50) ? Earlier(opened.AddDays(dice.Range(0, 3)), today) : null;
        household.Cases.Add(new CasePlan(kind, person.Index, opened, helped, done ? kind == CaseKind.Correction ? CaseOutcome.Corrected : CaseOutcome.Answered : null, done ? Earlier(opened.AddDays(dice.Range(3, 8)), today) : null, text, topic));
    }

    private static DateOnly Earlier(DateOnly a, DateOnly b) => a < b ? a : b;
}
