using JobMatch.Employers;
using JobMatch.EmploymentSpells;
using JobMatch.Matching;
using JobMatch.Workers;

namespace JobMatch.Seed;

/// <summary>Twenty-four months of work up to today: steady, seasonal, changing, lately lost, or none.</summary>
internal sealed class SpellMaker(Facts facts, List<EmployerPlan> employers, DateOnly today)
{
    private readonly ILookup<EmployerKind, EmployerPlan> _employers = employers.Where(e => e.State == EmployerState.Verified).ToLookup(e => e.Kind);
    private readonly DateOnly _from = today.AddMonths(-24);

    private enum WorkLife
    {
        Steady = 1,
        Seasonal = 2,
        Changing = 3,
        LostLately = 4,
        Idle = 5,
    }

    public void Fill(WorkerPlan worker, PersonPlan person, HouseholdLife life, bool ties, Dice dice)
    {
        if (!worker.Able || worker.Willing == false) return;
        var kind = life.NobodyWorks
            ? dice.Weighted((WorkLife.Idle, 6), (WorkLife.LostLately, 4))
            : dice.Weighted((WorkLife.Steady, 57), (WorkLife.Seasonal, 13), (WorkLife.Changing, 17), (WorkLife.LostLately, 4), (WorkLife.Idle, 9));
        switch (kind)
        {
            case WorkLife.Steady:
                Add(worker, dice.Day(today.AddMonths(-44), today.AddMonths(-2)), null, null, Pick(person.AgeOn(today), life, ties, dice), life, person, dice);
                break;
            case WorkLife.Seasonal:
                Season(worker, person, life, dice);
                break;
            case WorkLife.Changing:
                Change(worker, person, life, ties, dice, dice.Chance(88) ? null : dice.Day(today.AddDays(-70), today.AddDays(-3)));
                break;
            case WorkLife.LostLately:
                Change(worker, person, life, ties, dice, dice.Day(today.AddDays(-50), today.AddDays(-1)));
                break;
            case WorkLife.Idle when dice.Chance(40):
                var end = dice.Day(_from, today.AddMonths(-6));
                Add(worker, end.AddMonths(-dice.Range(3, 14)), end, Reason(dice), Pick(person.AgeOn(today), life, ties, dice), life, person, dice);
                break;
        }

        CloseWorkshop(worker, life, dice);
    }

    public SpellPlan FromPosting(PostingPlan posting, DateOnly start) => new(
        start, null, null, ChannelOf(posting), employers[posting.Employer].Name, posting.Quotas[0].Region ?? facts.County.Code, posting.Employer, posting.Pattern.Occupations[0],
        posting.Wage.MonthlyMinFen, start.AddYears(1), posting.Pattern.Benefits.Contains("SocialInsurance"), new FactCheck(FactSource.Employer, start));

    private static Channel ChannelOf(PostingPlan posting) => posting.Pattern.Kind switch
    {
        PostingKind.AidWorkshop => Channel.AidWorkshop,
        PostingKind.PublicWelfare => Channel.PublicWelfare,
        PostingKind.WorkRelief => Channel.WorkRelief,
        PostingKind.LabourExport => posting.Pattern.Places == PlacePattern.InProvince ? Channel.ExportInProvince : Channel.ExportOutOfProvince,
        PostingKind.Gig => Channel.Gig,
        PostingKind.HomeWork => Channel.FlexibleHome,
        _ => Channel.NearbyEnterprise,
    };

    private static SpellEndReason Reason(Dice dice) => dice.Weighted(
        (SpellEndReason.Quit, 4), (SpellEndReason.ContractEnded, 5), (SpellEndReason.WorkplaceClosed, 2), (SpellEndReason.Family, 3), (SpellEndReason.BetterJob, 3), (SpellEndReason.Dismissed, 1), (SpellEndReason.Health, 1));

    /// <summary>Away from after the Spring Festival to the end of the year, home in between.</summary>
    private void Season(WorkerPlan worker, PersonPlan person, HouseholdLife life, Dice dice)
    {
        var channel = dice.Weighted((Channel.ExportOutOfProvince, 6), (Channel.ExportInProvince, 2), (Channel.WorkRelief, 1), (Channel.Gig, 1));
        for (var year = _from.Year; year <= today.Year; year++)
        {
            var start = new DateOnly(year, 2, 20).AddDays(dice.Range(0, 25));
            var end = new DateOnly(year, 12, 10).AddDays(dice.Range(0, 20));
            if (start >= today) break;
            var over = end < today;
            Add(worker, start, over ? end : null, over ? SpellEndReason.ContractEnded : null, channel, life, person, dice);
        }
    }

    /// <summary>Two to four jobs with gaps of days or months; the last one runs on unless <paramref name="lost"/> says when it ended.</summary>
    private void Change(WorkerPlan worker, PersonPlan person, HouseholdLife life, bool ties, Dice dice, DateOnly? lost)
    {
        var jobs = dice.Range(2, 4);
        var last = lost ?? today;
        var total = last.DayNumber - _from.DayNumber;
        var start = _from.AddDays(dice.Range(0, 40));
        for (var i = 0; i < jobs; i++)
        {
            var isLast = i == jobs - 1;
            var end = isLast ? last : _from.AddDays((total * (i + 1) / jobs) - dice.Range(0, 30));
            if (end <= start) continue;
            var running = isLast && lost is null;
            Add(worker, start, running ? null : end, running ? null : Reason(dice), Pick(person.AgeOn(today), life, ties, dice), life, person, dice);
            start = end.AddDays(dice.Weighted((dice.Range(1, 14), 6), (dice.Range(16, 60), 3), (dice.Range(61, 90), 1)));
        }
    }

    private static Channel Pick(int age, HouseholdLife life, bool ties, Dice dice)
    {
        if (life.Settlement.Narrow && dice.Chance(66)) return Channel.AidWorkshop;
        var channel = age >= 58
            ? dice.Weighted((Channel.PublicWelfare, 40), (Channel.Gig, 15), (Channel.WorkRelief, 15), (Channel.FlexibleHome, 12), (Channel.NearbyEnterprise, 18))
            : ties
                ? dice.Weighted((Channel.AidWorkshop, 26), (Channel.NearbyEnterprise, 22), (Channel.FlexibleHome, 16), (Channel.PublicWelfare, 10), (Channel.ExportOutOfProvince, 10), (Channel.Gig, 6), (Channel.ExportInProvince, 4), (Channel.SelfEmployment, 6))
                : dice.Weighted((Channel.ExportOutOfProvince, 34), (Channel.NearbyEnterprise, 24), (Channel.ExportInProvince, 12), (Channel.AidWorkshop, 9), (Channel.WorkRelief, 6), (Channel.SelfEmployment, 6), (Channel.Gig, 5), (Channel.PublicWelfare, 4));
        if (channel != Channel.PublicWelfare) return channel;
        if (life.HasWelfarePost || age >= 70) return Channel.NearbyEnterprise;
        life.HasWelfarePost = true;
        return channel;
    }

    private void Add(WorkerPlan worker, DateOnly start, DateOnly? end, SpellEndReason? reason, Channel channel, HouseholdLife life, PersonPlan person, Dice dice)
    {
        // Nobody under sixteen works (5_16_010 of the ledgers' own checks).
        if (start < person.Birth.AddYears(16)) start = person.Birth.AddYears(16);
        if (worker.Spells.LastOrDefault() is { } before && (before.End is null || before.End >= start)) return;
        if (end is { } last && last < start) return;
        var employer = EmployerOf(channel, life, dice);
        var pattern = Craft(channel, employer, dice);
        var outside = channel is Channel.ExportInProvince or Channel.ExportOutOfProvince
            ? dice.Pick(facts.County.Places.Where(p => p.Province == facts.County.ProvinceCode == (channel == Channel.ExportInProvince)).ToList())
            : null;
        var check = new FactCheck(dice.Weighted((FactSource.Station, 5), (FactSource.Self, 3), (FactSource.Employer, 2), (FactSource.Visit, 1)), dice.Day(today.AddDays(-80), today.AddDays(-2)));
        worker.Spells.Add(new SpellPlan(
            start, end, reason, channel,
            outside is not null ? $"{outside.Name}一家{dice.Pick(facts.Firms.Outside)}" : employer?.Name ?? (channel == Channel.FlexibleHome ? "在家做手工" : channel == Channel.SelfEmployment ? "自己做生意" : "打零工"),
            outside?.Code ?? facts.County.Code, employer?.Index, pattern?.Occupations[0], Wage(channel, dice),
            dice.Chance(45) ? (end ?? today).AddMonths(dice.Range(1, 20)) : null, dice.Chance(20) ? null : dice.Chance(45), check)
        {
            Business = channel == Channel.SelfEmployment ? dice.Pick(facts.Firms.Businesses) : null,
        });
    }

    private EmployerPlan? EmployerOf(Channel channel, HouseholdLife life, Dice dice)
    {
        EmployerKind[] kinds = channel switch
        {
            Channel.NearbyEnterprise => [EmployerKind.Enterprise, EmployerKind.SoleTrader, EmployerKind.Cooperative],
            Channel.AidWorkshop => [EmployerKind.AidWorkshop, EmployerKind.CommunityFactory],
            Channel.PublicWelfare => [EmployerKind.PublicWelfareOwner],
            Channel.WorkRelief => [EmployerKind.WorkReliefProject],
            _ => [],
        };
        var candidates = kinds.SelectMany(k => _employers[k]).ToList();
        if (candidates.Count == 0) return null;
        var here = candidates.Where(e => e.Settlement == life.SettlementIndex).ToList();
        return here.Count > 0 && dice.Chance(70) ? dice.Pick(here) : dice.Pick(candidates);
    }

    private PostingPattern? Craft(Channel channel, EmployerPlan? employer, Dice dice)
    {
        var kind = channel switch
        {
            Channel.AidWorkshop => PostingKind.AidWorkshop,
            Channel.PublicWelfare => PostingKind.PublicWelfare,
            Channel.WorkRelief => PostingKind.WorkRelief,
            Channel.ExportInProvince or Channel.ExportOutOfProvince => PostingKind.LabourExport,
            Channel.FlexibleHome => PostingKind.HomeWork,
            Channel.Gig => PostingKind.Gig,
            _ => PostingKind.Enterprise,
        };
        if (channel == Channel.SelfEmployment || dice.Chance(8)) return null;
        var fitting = facts.Postings.Where(p => p.Kind == kind && (employer is null || p.Owners.Contains(employer.Kind))).ToList();
        return fitting.Count == 0 ? null : dice.Pick(fitting);
    }

    private static long? Wage(Channel channel, Dice dice)
    {
        if (dice.Chance(12)) return null;
        var (min, max) = channel switch
        {
            Channel.ExportOutOfProvince => (4200, 7000),
            Channel.ExportInProvince => (3500, 5500),
            Channel.PublicWelfare => (400, 1900),
            Channel.AidWorkshop => (1800, 3800),
            Channel.FlexibleHome => (600, 2200),
            Channel.Gig => (1200, 3200),
            Channel.WorkRelief => (2600, 4200),
            _ => (2400, 4500),
        };
        return dice.Range(min / 100, max / 100) * 10_000L;
    }

    /// <summary>In the declining settlements a workshop closed last month and its people have no work since (001 §4).</summary>
    private void CloseWorkshop(WorkerPlan worker, HouseholdLife life, Dice dice)
    {
        if (!life.Settlement.Declining || worker.Spells.LastOrDefault() is not { End: null, Channel: Channel.AidWorkshop or Channel.NearbyEnterprise } spell || !dice.Chance(45)) return;
        var lastMonth = new DateOnly(today.Year, today.Month, 1).AddMonths(-1);
        var end = lastMonth.AddDays(dice.Range(9, 24));
        if (spell.Start < end) worker.Spells[^1] = spell with { End = end, Reason = SpellEndReason.WorkplaceClosed };
    }
}
