using System.Globalization;
using JobMatch.Households;
using JobMatch.Matching;
using JobMatch.Occupations;
using JobMatch.Workers;

namespace JobMatch.Seed;

/// <summary>Gives three families of the first settlement the phones that the demo accounts sign in with.</summary>
internal static class DemoPeople
{
    private const int Sewing = 6050103;
    private const int FlatSeam = 1;
    private const int Overlock = 2;

    public const string SeekerPhone = InventedNumbers.MobilePrefix + "00000001";
    public const string EmployedPhone = InventedNumbers.MobilePrefix + "00000002";
    public const string FamilyPhone = InventedNumbers.MobilePrefix + "00000003";

    /// <summary>Whom each phone is linked to at once; the family links the rest of itself after the code.</summary>
    public static void GivePhones(IReadOnlyList<HouseholdPlan> households, DateOnly today)
    {
        var first = households.Where(h => h.Settlement == households[0].Settlement).ToList();
        var seeker = Find(first, p => p is { Sex: Sex.Female, IdNumber: not null, Worker: { Able: true, Willing: true } w } && p.AgeOn(today) is > 26 and < 46 && !w.EmployedOn(today) && w.Skills.Count > 0)
            ?? Find(first, p => p is { IdNumber: not null, Worker.Able: true })!;
        seeker.Phone = SeekerPhone;
        seeker.Worker = Seamstress(seeker.Worker!, today);
        var employed = Find(first, p => p.Household != seeker.Household && p is { Sex: Sex.Male, IdNumber: not null, Worker.Able: true } && p.Worker.EmployedOn(today) && p.Worker.Skills.Count > 0)
            ?? Find(first, p => p.Household != seeker.Household && p is { IdNumber: not null, Worker.Able: true })!;
        employed.Phone = EmployedPhone;
        var family = first.Where(h => h.Index != seeker.Household && h.Index != employed.Household).MaxBy(h => h.Members.Count(m => m is { IdNumber: not null, Worker.Able: true }))!;
        foreach (var member in family.Members.Where(m => m.AgeOn(today) >= 14)) member.Phone = FamilyPhone;
    }

    /// <summary>A trade that workshops of the county ask for, and wishes that agree with each other: her page shows what a good fit looks like.</summary>
    private static WorkerPlan Seamstress(WorkerPlan worker, DateOnly today)
    {
        var made = worker with
        {
            Capacity = LabourCapacity.Ordinary,
            Restrictions = WorkRestriction.None,
            Willing = true,
            Education = Education.JuniorMiddle,
            Mandarin = Mandarin.Conversational,
            Mobility = Mobility.County,
            MobilityMetres = null,
            Impossible = Duty.Nights,
            Wishes = new WorkWishes { Kinds = PostingKinds.AidWorkshop | PostingKinds.Enterprise, OccupationIds = [Sewing], Shifts = Shifts.Day, CareFriendly = true, WageFloorFen = 250_000 },
        };
        made.Skills.RemoveAll(s => Catalogue.Instance.Skills[s.Skill].Occupations.Contains(Sewing));
        made.Skills.Add((FlatSeam, SkillLevel.Junior, string.Create(CultureInfo.InvariantCulture, $"结业证 {today.AddMonths(-17):yyyy-MM}")));
        made.Skills.Add((Overlock, SkillLevel.CanDo, ""));
        made.Experience.Add((Sewing, "东莞的服装厂", today.AddMonths(-50), today.AddMonths(-20)));
        return made;
    }

    private static PersonPlan? Find(IEnumerable<HouseholdPlan> households, Func<PersonPlan, bool> fits) => households.SelectMany(h => h.Members).FirstOrDefault(fits);
}
