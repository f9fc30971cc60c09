using JobMatch.Cases;
using JobMatch.Households;
using JobMatch.Matching;
using JobMatch.Occupations;
using JobMatch.Training;
using JobMatch.Workers;

namespace JobMatch.Seed;

/// <summary>What the ledger knows about a worker, with the holes that real ledgers have: unknown capacity, no wishes, nobody asked.</summary>
internal sealed class WorkerMaker(Facts facts, SpellMaker spells, DateOnly today)
{
    private static readonly string[] Words =
        ["想找离家近的活。", "工资高一点就行，远点也可以。", "要照顾老人，晚上不能上班。", "孩子在社区小学读书，要接送。", "不会写字，简单的活都能做。", "想学一门手艺。", "腰不好，重活做不了。", "以前在外面做过，想再出去。"];

    public WorkerPlan? Make(PersonPlan person, HouseholdPlan household, HouseholdLife life, Dice dice)
    {
        var age = person.AgeOn(today);
        if (age > 74 || (age > 66 && !dice.Chance(45))) return null;
        var ties = person.Sex == Sex.Female && age < 50 && household.Members.Exists(m => m.AgeOn(today) < 12) && dice.Chance(75);
        var worker = Facts(person, age, ties, household, dice);
        spells.Fill(worker, person, life, ties, dice);
        Experience(worker, age, dice);
        Skills(worker, age, dice);
        Trainings(worker, household, dice);
        Certificates(worker, age, dice);
        Hardships(worker, person, household, age, dice);
        Services(worker, dice);
        WishForALicence(worker, person, age);
        return worker;
    }

    /// <summary>Of those without work some would learn what the posts beside their homes ask for (电工, 焊工, 叉车, 养老护理). Dice of its own: the rest of the county stays as it was.</summary>
    private void WishForALicence(WorkerPlan worker, PersonPlan person, int age)
    {
        var dice = Dice.For(person.Index, "licence");
        if (age is < 19 or > 55 || worker.Wishes == WorkWishes.None || worker.EmployedOn(today) || !dice.Chance(20)) return;
        var kind = person.Sex == Sex.Female ? dice.Weighted((7, 5), (13, 2), (11, 1)) : dice.Pick<int>([11, 12, 13]);
        if (!worker.Wishes.TrainingKindIds.Contains(kind)) worker.Wishes = worker.Wishes with { TrainingKindIds = [.. worker.Wishes.TrainingKindIds, kind] };
    }

    private WorkerPlan Facts(PersonPlan person, int age, bool ties, HouseholdPlan household, Dice dice)
    {
        var capacity = age > 64
            ? dice.Weighted((LabourCapacity.None, 40), (LabourCapacity.WeakOrHalf, 50), (LabourCapacity.Ordinary, 8), (LabourCapacity.Unknown, 2))
            : age > 55
                ? dice.Weighted((LabourCapacity.None, 5), (LabourCapacity.WeakOrHalf, 25), (LabourCapacity.Ordinary, 60), (LabourCapacity.Skilled, 6), (LabourCapacity.Unknown, 4))
                : dice.Weighted((LabourCapacity.None, 2), (LabourCapacity.WeakOrHalf, 7), (LabourCapacity.Ordinary, 73), (LabourCapacity.Skilled, 14), (LabourCapacity.Unknown, 4));
        var check = new FactCheck(dice.Weighted((FactSource.Ledger, 4), (FactSource.Station, 4), (FactSource.Visit, 3), (FactSource.Self, 1)), dice.Day(today.AddMonths(-14), today.AddDays(-3)));
        var mobility = Reach(age, ties, dice);
        return new WorkerPlan
        {
            Capacity = capacity,
            Restrictions = capacity == LabourCapacity.WeakOrHalf || person.HealthNote is not null ? dice.Pick<WorkRestriction>([WorkRestriction.NoHeavyLifting, WorkRestriction.NoHeavyLifting | WorkRestriction.NoHeights, WorkRestriction.NoNights, WorkRestriction.NoLongStanding, WorkRestriction.NoFineSight]) : WorkRestriction.None,
            Willing = dice.Chance(5) ? null : !dice.Chance(age > 60 ? 35 : 11),
            Education = Schooling(age, dice),
            Mandarin = age < 40 ? dice.Weighted((Mandarin.Fluent, 5), (Mandarin.Conversational, 4), (Mandarin.Unknown, 1)) : age < 58 ? dice.Weighted((Mandarin.Conversational, 6), (Mandarin.Simple, 3), (Mandarin.Unknown, 1)) : dice.Weighted((Mandarin.None, 3), (Mandarin.Simple, 5), (Mandarin.Conversational, 2), (Mandarin.Unknown, 1)),
            Mobility = mobility,
            MobilityMetres = mobility == Mobility.Metres ? dice.Pick<int>([1_500, 3_000, 5_000, 10_000]) : null,
            Impossible = ties ? dice.Pick<Duty>([Duty.Nights | Duty.Away, Duty.Nights | Duty.Away | Duty.CareHours, Duty.Away]) : dice.Chance(14) ? dice.Pick<Duty>([Duty.Nights, Duty.Heights, Duty.Away, Duty.DustOrChemicals]) : Duty.None,
            Check = check,
            HardshipCheckedOn = dice.Chance(72) ? dice.Day(today.AddMonths(-12), today.AddDays(-5)) : null,
            Wishes = Wishes(age, ties, household, dice),
            Consents = !dice.Chance(5),
        };
    }

    private static Mobility Reach(int age, bool ties, Dice dice) => ties
        ? dice.Weighted((Mobility.AtHome, 2), (Mobility.Settlement, 4), (Mobility.Metres, 2), (Mobility.Township, 4), (Mobility.County, 3), (Mobility.Unknown, 1))
        : age > 56
            ? dice.Weighted((Mobility.Settlement, 3), (Mobility.Township, 4), (Mobility.County, 3), (Mobility.Unknown, 2))
            : dice.Weighted((Mobility.Anywhere, 5), (Mobility.Province, 2), (Mobility.County, 4), (Mobility.Township, 2), (Mobility.Unknown, 2));

    private static Education Schooling(int age, Dice dice) => age < 30
        ? dice.Weighted((Education.JuniorMiddle, 4), (Education.SeniorMiddle, 4), (Education.JuniorCollege, 3), (Education.Bachelor, 1), (Education.Unknown, 1))
        : age < 48
            ? dice.Weighted((Education.Primary, 4), (Education.JuniorMiddle, 8), (Education.SeniorMiddle, 2), (Education.JuniorCollege, 1), (Education.Unknown, 1))
            : dice.Weighted((Education.None, 4), (Education.Primary, 8), (Education.JuniorMiddle, 3), (Education.Unknown, 1));

    private WorkWishes Wishes(int age, bool ties, HouseholdPlan household, Dice dice)
    {
        if (dice.Chance(26)) return WorkWishes.None;
        var kinds = ties
            ? dice.Pick<PostingKinds>([PostingKinds.AidWorkshop | PostingKinds.HomeWork, PostingKinds.AidWorkshop | PostingKinds.Enterprise, PostingKinds.HomeWork | PostingKinds.PublicWelfare])
            : age > 55
                ? dice.Pick<PostingKinds>([PostingKinds.PublicWelfare, PostingKinds.PublicWelfare | PostingKinds.Gig, PostingKinds.WorkRelief | PostingKinds.PublicWelfare])
                : dice.Pick<PostingKinds>([PostingKinds.Enterprise, PostingKinds.Enterprise | PostingKinds.LabourExport, PostingKinds.LabourExport, PostingKinds.Enterprise | PostingKinds.AidWorkshop, PostingKinds.None]);
        var fitting = facts.Postings.Where(p => kinds == PostingKinds.None || kinds.HasFlag(p.Kind.AsSet())).ToList();
        return new WorkWishes
        {
            Kinds = kinds,
            OccupationIds = dice.Chance(60) ? [.. Enumerable.Range(0, dice.Range(1, 2)).Select(_ => dice.Pick(fitting).Occupations[0]).Distinct()] : [],
            RegionCodes = kinds.HasFlag(PostingKinds.LabourExport) ? [dice.Pick(facts.County.Provinces).Code] : dice.Chance(40) ? [facts.County.Code] : [],
            Shifts = ties ? Shifts.Day | Shifts.Flexible : dice.Chance(50) ? dice.Pick<Shifts>([Shifts.Day, Shifts.Day | Shifts.TwoShift, Shifts.Day | Shifts.Night | Shifts.TwoShift | Shifts.ThreeShift | Shifts.Flexible]) : Shifts.None,
            CareFriendly = ties,
            WageFloorFen = dice.Chance(70) ? dice.Range(ties || age > 55 ? 8 : 20, ties || age > 55 ? 26 : 45) * 10_000L : null,
            TrainingKindIds = dice.Chance(household.MoveIn > today.AddYears(-1) ? 60 : 28) ? [dice.Range(1, Catalogue.Instance.Trainings.Count)] : [],
            Words = dice.Chance(22) ? dice.Pick(Words) : "",
        };
    }

    private void Experience(WorkerPlan worker, int age, Dice dice)
    {
        if (age < 24 || !dice.Chance(48)) return;
        var pattern = dice.Pick(facts.Postings);
        var end = today.AddMonths(-dice.Range(30, 110));
        var workplace = dice.Pick(facts.County.Places).Name + dice.Pick(facts.Firms.Outside) + (pattern.Tools.Count > 0 ? $"（用 {string.Join("、", pattern.Tools)}）" : "");
        worker.Experience.Add((pattern.Occupations[0], workplace, end.AddMonths(-dice.Range(4, 60)), end));
    }

    /// <summary>Skills follow the work done: what somebody practised she mostly can.</summary>
    private static void Skills(WorkerPlan worker, int age, Dice dice)
    {
        var worked = worker.Spells.Select(s => s.Occupation).OfType<int>().Concat(worker.Experience.Select(e => e.Occupation)).Distinct();
        foreach (var occupation in worked)
        {
            var known = Catalogue.Instance.Skills.Values.Where(s => s.Occupations.Contains(occupation)).OrderBy(s => s.Id).ToList();
            if (known.Count == 0 || !dice.Chance(72)) continue;
            var skill = dice.Pick(known);
            if (worker.Skills.Exists(s => s.Skill == skill.Id)) continue;
            worker.Skills.Add((skill.Id, dice.Weighted((SkillLevel.CanDo, 6), (SkillLevel.Junior, 2), (SkillLevel.Intermediate, 1), (SkillLevel.Learning, 1), (SkillLevel.Unknown, 1)), ""));
        }

        int[] common = age < 45 ? [14, 17, 21, 24, 28, 50, 67, 69] : [34, 38, 41, 47, 52, 53, 57, 72];
        if (!dice.Chance(55)) return;
        var more = dice.Pick(common);
        if (!worker.Skills.Exists(s => s.Skill == more)) worker.Skills.Add((more, SkillLevel.CanDo, ""));
    }

    private void Trainings(WorkerPlan worker, HouseholdPlan household, Dice dice)
    {
        if (!dice.Chance(34)) return;
        var kind = Catalogue.Instance.Trainings[dice.Range(1, Catalogue.Instance.Trainings.Count)];
        var from = dice.Day(Later(household.MoveIn, today.AddYears(-5)), today.AddDays(-4));
        var to = from.AddDays(dice.Range(5, 24));
        var result = to > today ? TrainingResult.Attending : dice.Weighted((TrainingResult.Passed, 8), (TrainingResult.DroppedOut, 1), (TrainingResult.Failed, 1));
        var form = kind.Id switch { 29 => TrainingForm.Mandarin, 30 => TrainingForm.StartUp, _ => dice.Pick<TrainingForm>([TrainingForm.PreJob, TrainingForm.OrderBased, TrainingForm.ProjectBased, TrainingForm.WorkForTraining, TrainingForm.Evening]) };
        worker.Trainings.Add((kind.Id, form, from, to, result));
        if (result != TrainingResult.Passed) return;
        foreach (var skill in kind.Skills.Where(s => !worker.Skills.Exists(k => k.Skill == s)))
            worker.Skills.Add((skill, SkillLevel.Junior, $"结业证 {to:yyyy-MM}"));
        if (kind.CertificateId is { } certificate && dice.Chance(70)) worker.Certificates.Add((certificate, to, Until(certificate, to)));
    }

    /// <summary>Some are in force, some ran out, some run out within a month.</summary>
    private void Certificates(WorkerPlan worker, int age, Dice dice)
    {
        if (dice.Chance(24)) Held(1, dice.Day(today.AddMonths(-18), today.AddDays(-10)));
        if (age is > 19 and < 56 && dice.Chance(22)) Held(8, dice.Day(today.AddMonths(-80), today.AddMonths(-1)));
        if (age is > 19 and < 60 && dice.Chance(9)) Held(11, dice.Day(today.AddMonths(-60), today.AddMonths(-1)));
        if (age is > 24 and < 56 && dice.Chance(4)) Held(9, dice.Day(today.AddMonths(-60), today.AddMonths(-1)));
        if (worker.Skills.Exists(s => s.Skill == 81) && dice.Chance(55)) Held(4, dice.Day(today.AddMonths(-44), today.AddMonths(-1)));
        if (worker.Skills.Exists(s => s.Skill == 80) && dice.Chance(60)) Held(2, dice.Day(today.AddMonths(-44), today.AddMonths(-1)));
        if (dice.Chance(3)) Held(dice.Pick<int>([6, 14, 15, 16, 17, 18, 19, 22]), dice.Day(today.AddMonths(-50), today.AddMonths(-1)));

        void Held(int kind, DateOnly from)
        {
            if (!worker.Certificates.Exists(c => c.Kind == kind)) worker.Certificates.Add((kind, from, Until(kind, from)));
        }
    }

    private static DateOnly? Until(int kind, DateOnly from) => Catalogue.Instance.Certificates[kind].ValidMonths is { } months ? from.AddMonths(months).AddDays(-1) : null;

    private void Hardships(WorkerPlan worker, PersonPlan person, HouseholdPlan household, int age, Dice dice)
    {
        if (worker.HardshipCheckedOn is not { } checkedOn) return;
        Add(dice.Chance(4), HardshipGroup.Disabled, null);
        Add(household.LowIncomeFrom is not null, HardshipGroup.LowIncomeAllowance, null);
        Add(household.MonitoredFrom is not null, HardshipGroup.Monitored, null);
        Add(household.PoorFrom is not null && household.PoorTo is null && dice.Chance(80), HardshipGroup.RegisteredPoor, null);
        Add(age >= (person.Sex == Sex.Female ? 40 : 50) && dice.Chance(65), HardshipGroup.OlderWorker, dice.Day(today.AddDays(-20), today.AddMonths(30)));
        Add(!worker.EmployedOn(today) && worker.Spells.Count == 0 && dice.Chance(40), HardshipGroup.LongUnemployed, dice.Day(today.AddDays(-10), today.AddMonths(12)));
        Add(dice.Chance(3), HardshipGroup.LostLand, null);
        Add(dice.Chance(90), HardshipGroup.Resettled, null);

        void Add(bool holds, HardshipGroup group, DateOnly? to)
        {
            if (holds) worker.Hardships.Add((group, checkedOn, to < checkedOn ? null : to));
        }
    }

    /// <summary>The 131 service of the year: for some complete, for some begun, for some not a word yet.</summary>
    private void Services(WorkerPlan worker, Dice dice)
    {
        if (worker.Able && worker.Willing == true)
        {
            var yearStart = Later(new DateOnly(today.Year, 1, 4), today.AddMonths(-10));
            if (dice.Chance(55)) worker.Services.Add((ServiceKind.PolicyTalk, dice.Day(yearStart, today)));
            for (var i = dice.Weighted((0, 4), (1, 3), (2, 2), (3, 4)); i > 0; i--) worker.Services.Add((ServiceKind.PostingsShown, dice.Day(yearStart, today)));
            if (dice.Chance(38)) worker.Services.Add((ServiceKind.TrainingOffered, dice.Day(yearStart, today)));
            if (dice.Chance(16)) worker.Services.Add((ServiceKind.Visit, dice.Day(yearStart, today)));
            if (dice.Chance(12)) worker.Services.Add((ServiceKind.CareerGuidance, dice.Day(yearStart, today)));
        }

        if (!dice.Chance(42)) return;
        var employed = worker.Spells.LastOrDefault() is { End: null };
        worker.Registrations.Add((employed, employed ? worker.Spells[^1].Start : worker.Spells.LastOrDefault()?.End?.AddDays(1) ?? dice.Day(today.AddMonths(-14), today)));
    }

    private static DateOnly Later(DateOnly a, DateOnly b) => a > b ? a : b;
}
