using JobMatch.Matching;
using JobMatch.Occupations;

namespace JobMatch.Benchmarks.Matching;

/// <summary>Three postings that ask for much, so that every criterion has work to do, and differ in how many may go at all.</summary>
internal static class BenchPostings
{
    private const int Sewing = 1;
    private const int Overlocking = 2;

    public static IReadOnlyList<(string Name, PostingProfile Profile)> All { get; } = Make();

    private static (string, PostingProfile)[] Make()
    {
        var home = Province.Workers(1, everybodyAble: true).First().Home;
        var pattern = new PostingProfile
        {
            Id = 1,
            Version = 1,
            Kind = PostingKind.AidWorkshop,
            Open = true,
            Quotas = [new(1, PlaceKind.AtHome, home, 20)],
            Occupations = [6_05_01_03],
            Skills = [new(Sewing, 0, true), new(Overlocking, 0, false)],
            Trainings = [.. Catalogue.Instance.Trainings.Values.Where(t => t.Skills.Contains(Sewing)).Select(t => t.Id)],
            Education = Education.Primary,
            Mandarin = Mandarin.Simple,
            Strain = Strain.Light,
            Shift = Shift.Day,
            HoursPerMonth = 174,
            WageMinFen = 280_000,
            WageMaxFen = 420_000,
            PublishedOn = new(2026, 3, 1),
        };
        return
        [
            ("everybody", pattern),
            ("a tenth", pattern with { Id = 2, Certificates = [new(11, CertificateTiming.NeededToApply)], Kind = PostingKind.Enterprise }),
            ("hundredth", pattern with { Id = 3, Certificates = [new(9, CertificateTiming.NeededToApply)], Kind = PostingKind.Enterprise, Quotas = [new(1, PlaceKind.Fixed, home, 20)] }),
            ("by need", pattern with { Id = 4, Kind = PostingKind.PublicWelfare, Quotas = [new(1, PlaceKind.EveryVillage, home with { Settlement = -1 }, 20)], GroupRule = GroupRule.Only, EligibleGroups = (HardshipGroup)0x3FF, NeedFirst = true, OnePerHousehold = true }),
        ];
    }
}
