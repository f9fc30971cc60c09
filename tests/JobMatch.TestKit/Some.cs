using JobMatch.Employers;
using JobMatch.Households;
using JobMatch.Matching;
using JobMatch.Postings;
using JobMatch.Settlements;
using JobMatch.Wages;
using JobMatch.Workers;

namespace JobMatch.TestKit;

/// <summary>Builders with valid defaults: name only what a test is about.</summary>
public static class Some
{
    public const int County = 529901;
    public const long Township = 529901101;

    public static Settlement Settlement(string name = "幸福里") =>
        new() { Name = name, CountyCode = County, TownshipCode = Township, Population = 1200, Latitude = 26.1, Longitude = 106.6 };

    public static Household Household(long settlementId, string? number = null) =>
        new() { Number = number ?? Guid.NewGuid().ToString("N")[..12], SettlementId = settlementId, CountyCode = County, Building = "3 号楼", MoveInDate = new DateOnly(2019, 6, 1) };

    public static Person Person(string name = "王秀英", int born = 1985, Sex sex = Sex.Female, RelationToHead relation = RelationToHead.Head) =>
        new() { Name = name, SettlementId = 0, CountyCode = County, BirthDate = new DateOnly(born, 3, 12), Sex = sex, Relation = relation };

    public static Worker Worker(Person person)
    {
        ArgumentNullException.ThrowIfNull(person);
        var worker = new Worker { Id = person.Id, HouseholdId = person.HouseholdId, SettlementId = person.SettlementId, CountyCode = person.CountyCode };
        var check = new FactCheck(FactSource.Station, new DateOnly(2026, 10, 1));
        worker.RecordCapacity(LabourCapacity.Ordinary, WorkRestriction.None, check);
        worker.RecordWilling(true, check);
        worker.RecordEducation(Education.JuniorMiddle, Mandarin.Conversational, check);
        worker.RecordMobility(Mobility.County, null, Duty.None, check);
        return worker;
    }

    public static Employer Employer(string name = "幸福里社区工厂", EmployerKind kind = EmployerKind.CommunityFactory, long? settlementId = null) =>
        new() { Name = name, Kind = kind, CountyCode = County, SettlementId = settlementId, CreditCode = "", Address = "幸福里 1 号厂房" };

    public static Posting Posting(long employerId, string title = "缝纫工", PostingKind kind = PostingKind.AidWorkshop, int vacancies = 3, long? settlementId = null)
    {
        var posting = new Posting
        {
            EmployerId = employerId,
            CountyCode = County,
            Kind = kind,
            Title = title,
            Description = "平车、锁边。白班，计件，多做多得。",
            Strain = Strain.Light,
            Shift = Shift.Day,
            Wage = new Wage { Unit = WageUnit.Piece, MinFen = 280_000, MaxFen = 450_000, MonthlyMinFen = 280_000, MonthlyMaxFen = 450_000, HourlyFen = 1_700, Text = "计件 2800–4500" },
        };
        posting.Quotas.Add(settlementId is { } id
            ? new Quota { Place = QuotaPlace.Settlement, SettlementId = id, Vacancies = vacancies }
            : new Quota { Place = QuotaPlace.County, RegionCode = County, Vacancies = vacancies });
        return posting;
    }
}
