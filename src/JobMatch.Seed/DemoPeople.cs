using JobMatch.Households;

namespace JobMatch.Seed;

/// <summary>Gives three families of the first settlement the phones that the demo accounts sign in with.</summary>
internal static class DemoPeople
{
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
        var employed = Find(first, p => p.Household != seeker.Household && p is { Sex: Sex.Male, IdNumber: not null, Worker.Able: true } && p.Worker.EmployedOn(today) && p.Worker.Skills.Count > 0)
            ?? Find(first, p => p.Household != seeker.Household && p is { IdNumber: not null, Worker.Able: true })!;
        employed.Phone = EmployedPhone;
        var family = first.Where(h => h.Index != seeker.Household && h.Index != employed.Household).MaxBy(h => h.Members.Count(m => m is { IdNumber: not null, Worker.Able: true }))!;
        foreach (var member in family.Members.Where(m => m.AgeOn(today) >= 14)) member.Phone = FamilyPhone;
    }

    private static PersonPlan? Find(IEnumerable<HouseholdPlan> households, Func<PersonPlan, bool> fits) => households.SelectMany(h => h.Members).FirstOrDefault(fits);
}
