using JobMatch.EmploymentSpells;
using JobMatch.Matching;
using JobMatch.Occupations;
using JobMatch.Postings;
using JobMatch.Seed;
using JobMatch.Training;

namespace JobMatch.Benchmarks.Matching;

/// <summary>
/// A province of invented counties as profiles, without a database: each county is made by the seed generator at its large size (84 settlements, about 50,000 workers, 5,000
/// postings) under a code of its own.
/// </summary>
internal static class Province
{
    public static readonly DateOnly Today = new(2026, 3, 10);
    private const int HouseholdsACounty = 20_000;
    private const int PostingsACounty = 5_000;
    private const int EmployersACounty = 800;
    private const int Copies = 7;

    /// <summary>Degrees between one county and the next.</summary>
    private const double Apart = 0.31;
    private const int TownshipsApart = 1_000;
    private static readonly Facts Facts = Facts.Read();

    /// <summary>So many workers, one after another. <paramref name="everybodyAble"/>: nobody is hidden or without capacity, so that a posting without demands takes all.</summary>
    public static IEnumerable<WorkerProfile> Workers(int count, bool everybodyAble)
    {
        var made = 0;
        for (var county = 0; ; county++)
        {
            var settlements = Settlements(county);
            var employers = new EmployerMaker(Facts, settlements, county, Today).Make(EmployersACounty);
            var maker = new HouseholdMaker(Facts, settlements, new SpellMaker(Facts, employers, Today), county, Today);
            for (var i = 0; i < HouseholdsACounty; i++)
            {
                var household = maker.Make(i, i * settlements.Count / HouseholdsACounty);
                CaseMaker.Open(household, [], Dice.For(county, "case", i), Today);
                foreach (var person in household.Members)
                {
                    if (person.Worker is null) continue;
                    if (made == count) yield break;
                    yield return Profile(++made, county, household, person, settlements, everybodyAble);
                }
            }
        }
    }

    public static IEnumerable<PostingProfile> Postings(int count)
    {
        var made = 0;
        for (var county = 0; ; county++)
        {
            var settlements = Settlements(county);
            var employers = new EmployerMaker(Facts, settlements, county, Today).Make(EmployersACounty);
            foreach (var plan in new PostingMaker(Facts, settlements, employers, county, Today).Make(PostingsACounty).SelectMany(n => n.Postings))
            {
                if (made == count) yield break;
                yield return Profile(++made, county, plan, settlements);
            }
        }
    }

    private static List<SettlementFact> Settlements(int county) =>
    [
        .. Enumerable.Range(0, Copies).SelectMany(copy => Facts.County.Settlements.Select(s => s with
        {
            Latitude = s.Latitude + (copy * 0.003),
            Longitude = s.Longitude + (copy * 0.002),
        })),
    ];

    private static WorkerProfile Profile(long id, int county, HouseholdPlan household, PersonPlan person, List<SettlementFact> settlements, bool everybodyAble)
    {
        var worker = person.Worker!;
        var capacity = everybodyAble && worker.Capacity < LabourCapacity.WeakOrHalf ? LabourCapacity.Ordinary : worker.Capacity;
        var nobodyWorks = !household.Members.Exists(m => m.Worker?.EmployedOn(Today) == true);
        return new()
        {
            Id = id,
            Version = 1,
            HouseholdId = (county * (long)HouseholdsACounty) + household.Index,
            Home = At(county, household.Settlement, settlements),
            BirthDate = person.Birth,
            SexForAgeRule = (RecordedSex)person.Sex,
            LabourCapacity = capacity,
            Restrictions = worker.Restrictions,
            Impossible = worker.Impossible,
            Mobility = worker.Mobility,
            MobilityMetres = worker.MobilityMetres ?? 0,
            Education = worker.Education,
            Mandarin = worker.Mandarin,
            Skills = [.. worker.Skills.Select(s => new SkillHeld(s.Skill, (int)s.Level, s.Evidence.Length > 0))],
            Occupations = [.. Worked(worker)],
            Certificates = [.. worker.Certificates.Select(c => new CertificateHeld(c.Kind, c.To))],
            TrainingsDone = [.. worker.Trainings.Where(t => t.Result == TrainingResult.Passed).Select(t => t.Kind)],
            TrainingsWanted = worker.Wishes.TrainingKindIds,
            WishedKinds = worker.Wishes.Kinds,
            WishedOccupations = worker.Wishes.OccupationIds,
            WishedPlaces = worker.Wishes.RegionCodes,
            WishedShifts = worker.Wishes.Shifts,
            WantsCareFriendlyHours = worker.Wishes.CareFriendly,
            WageFloorFen = worker.Wishes.WageFloorFen ?? 0,
            LastWageFen = worker.Spells.LastOrDefault()?.WageFen ?? 0,
            ZeroEmploymentHousehold = nobodyWorks,
            OpenJobLoss = household.Cases.Exists(c => c.Person == person.Index && c.Kind == JobMatch.Cases.CaseKind.JobLoss && c.ClosedOn is null),
            Monitored = household.MonitoredFrom is not null,
            GroupsChecked = worker.HardshipCheckedOn is not null,
            Groups = [.. worker.Hardships.Select(h => new GroupMembership(h.Group, h.To)), new(HardshipGroup.Resettled, null)],
            Employed = worker.EmployedOn(Today),
            Willing = everybodyAble || worker.Willing == true,
            HouseholdPost = household.Members.Exists(m => m.Worker?.Spells.LastOrDefault() is { End: null, Channel: Channel.PublicWelfare }) ? WelfarePost.OnePerHousehold : WelfarePost.None,
            WaitingSince = worker.EmployedOn(Today) ? null : worker.Spells.LastOrDefault()?.End?.AddDays(1),
            Hidden = !everybodyAble && !worker.Consents,
        };
    }

    private static IEnumerable<OccupationWorked> Worked(WorkerPlan worker) => worker.Experience
        .Select(e => (e.Occupation, LastYear: e.To.Year, Days: e.To.DayNumber - e.From.DayNumber))
        .Concat(worker.Spells.Where(s => s.Occupation is not null).Select(s => (s.Occupation!.Value, (s.End ?? Today).Year, (s.End ?? Today).DayNumber - s.Start.DayNumber)))
        .GroupBy(e => e.Item1)
        .Select(g => new OccupationWorked(g.Key, g.Max(e => e.Item2), g.Sum(e => Math.Max(1, e.Item3 / 30))));

    private static PostingProfile Profile(long id, int county, PostingPlan plan, List<SettlementFact> settlements)
    {
        var pattern = plan.Pattern;
        var welfare = pattern.Kind == PostingKind.PublicWelfare;
        var duties = pattern.Duties.Aggregate(Duty.None, (all, duty) => all | duty);
        return new()
        {
            Id = id,
            Version = 1,
            Kind = pattern.Kind,
            Open = true,
            EmployerId = plan.Employer,
            Quotas = [.. plan.Quotas.Select((q, i) => new QuotaProfile((id * 100) + i, KindOf(q.Place), PlaceOf(county, q, settlements), q.Vacancies))],
            Occupations = pattern.Occupations,
            Skills = [.. pattern.Skills.Select((s, i) => new SkillAsked(s, 0, pattern.MustSkill && i == 0))],
            Certificates = [.. pattern.Certificates.Select(c => new CertificateAsked(c, Obtainable(pattern, c) ? CertificateTiming.ObtainableBeforeStart : CertificateTiming.NeededToApply))],
            Trainings = [.. Catalogue.Instance.Trainings.Values.Where(t => t.Skills.Any(pattern.Skills.Contains) || t.Occupations.Any(pattern.Occupations.Contains)).Select(t => t.Id)],
            Education = pattern.Education,
            Mandarin = pattern.Mandarin,
            Strain = pattern.Strain,
            Hazardous = pattern.Hazardous,
            Duties = duties,
            NotDuties = pattern.Care ? Duty.CareHours & ~duties : Duty.None,
            Shift = pattern.Shift,
            CareFriendlyHours = pattern.Care,
            HoursPerMonth = plan.Wage.HoursPerMonth ?? 0,
            WageMinFen = plan.Wage.MonthlyMinFen ?? 0,
            WageMaxFen = plan.Wage.MonthlyMaxFen ?? 0,
            WageHourlyFen = plan.Wage.HourlyFen ?? 0,
            LegalAge = welfare ? new LegalAge(16, 60, 16, 55) : LegalAge.Same(16, null),
            AgePreference = pattern.Ages.Count == 2 ? new AgePreference(pattern.Ages[0], pattern.Ages[1]) : null,
            GroupRule = welfare ? GroupRule.Only : pattern.Kind == PostingKind.WorkRelief ? GroupRule.First : GroupRule.None,
            EligibleGroups = welfare ? (HardshipGroup)0x3FF : pattern.Kind == PostingKind.WorkRelief ? HardshipGroup.Resettled : HardshipGroup.None,
            NeedFirst = welfare,
            OnePerHousehold = welfare,
            StartDay = plan.StartsOn,
            PublishedOn = plan.CreatedOn,
        };
    }

    private static Place At(int county, int settlement, List<SettlementFact> settlements)
    {
        var (fact, code) = (settlements[settlement], CountyCode(county));
        return new(
            (county * settlements.Count) + settlement, (int)fact.Township + (county * TownshipsApart), code, code / 10_000 * 10_000,
            Position.FromDegrees(fact.Latitude + (county * Apart), fact.Longitude));
    }

    private static int CountyCode(int county) => Facts.County.Code + county;

    private static bool Obtainable(PostingPattern pattern, int certificate) => pattern.ObtainableAll || Catalogue.Instance.Certificates[certificate].Obtainable;

    private static PlaceKind KindOf(QuotaPlace place) => place switch
    {
        QuotaPlace.AtHome => PlaceKind.AtHome,
        QuotaPlace.EveryVillage => PlaceKind.EveryVillage,
        QuotaPlace.Unknown => PlaceKind.Unknown,
        _ => PlaceKind.Fixed,
    };

    private static Place PlaceOf(int county, QuotaPlan quota, List<SettlementFact> settlements)
    {
        var code = CountyCode(county);
        var province = code / 10_000 * 10_000;
        if (quota.Settlement is { } at) return At(county, at, settlements);
        Position? position = quota is { Latitude: { } north, Longitude: { } east } ? Position.FromDegrees(north + (county * Apart), east) : null;
        return quota.Place switch
        {
            QuotaPlace.EveryVillage or QuotaPlace.Township when quota.Region is { } region => new(-1, (int)region + (county * TownshipsApart), code, province, position),
            QuotaPlace.County or QuotaPlace.AtHome => new(-1, 0, code, province, position),
            QuotaPlace.OutsideCounty or QuotaPlace.OutsideProvince when quota.Region is { } region => new(-1, 0, (int)region, (int)region / 10_000 * 10_000, position),
            _ => Place.Unknown,
        };
    }
}
