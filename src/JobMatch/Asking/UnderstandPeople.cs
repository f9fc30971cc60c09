using JobMatch.Data;
using JobMatch.Matching;
using JobMatch.Settlements;
using JobMatch.Workers;
using Microsoft.EntityFrameworkCore;

namespace JobMatch.Asking;

/// <summary>What a clerk typed of people: the place that it names with the settlements that lie in it, the conditions, and the words that stay words.</summary>
public sealed record UnderstoodPeople(string Rest, string PlaceName, IReadOnlyList<long> SettlementIds)
{
    public IReadOnlyList<PersonCondition> Conditions { get; init; } = [];

    /// <summary>Words that say what somebody has not; nobody is found by them.</summary>
    public IReadOnlyList<string> Denied { get; init; } = [];

    /// <summary>Either-or between things that can only be asked together: each as it was typed. All of them were asked.</summary>
    public IReadOnlyList<string> Apart { get; init; } = [];

    public bool NamesPlace => PlaceName.Length > 0;

    /// <summary>The query with these conditions. What a list already says wins over words; trainings and certificates add up.</summary>
    public WorkerQuery Apply(WorkerQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        return query with
        {
            Words = Rest,
            Needs = query.Needs.Count > 0 ? query.Needs : [.. Conditions.SelectMany(c => c.Needs).Distinct()],
            Capacities = query.Capacities.Count > 0 ? query.Capacities : [.. Conditions.Select(c => c.Capacity).OfType<LabourCapacity>().Distinct()],
            Groups = [.. query.Groups.Concat(Conditions.Select(c => c.Group).OfType<HardshipGroup>()).Distinct()],
            WithoutWork = query.WithoutWork ?? Conditions.Select(c => c.WithoutWork).FirstOrDefault(without => without is not null),
            Born = Conditions.Select(c => c.Born).OfType<YearsOfBirth>().Aggregate(query.Born, (all, one) => all.And(one)),
            CertificateKindIds = [.. query.CertificateKindIds.Concat(Conditions.Select(c => c.CertificateKindId).OfType<int>()).Distinct()],
            WithCertificate = query.WithCertificate || Conditions.Any(c => c.WithCertificate),
            WithoutCertificate = query.WithoutCertificate || Conditions.Any(c => c.WithoutCertificate),
            WithoutSkill = query.WithoutSkill || Conditions.Any(c => c.WithoutSkill),
            WithSkill = query.WithSkill || Conditions.Any(c => c.WithSkill),
            Schooling = query.Schooling.Count > 0 ? query.Schooling : [.. Conditions.Select(c => c.Schooling).OfType<IReadOnlyList<Education>>().SelectMany(levels => levels).Distinct().Order()],
            Mandarin = query.Mandarin.Count > 0 ? query.Mandarin : [.. Conditions.SelectMany(c => c.Mandarin ?? []).Distinct().Order()],
            RegisteredUnemployed = query.RegisteredUnemployed || Conditions.Any(c => c.RegisteredUnemployed),
            Wishes = Conditions.Select(c => c.Wishes).OfType<WishesAsked>().Aggregate(query.Wishes, (all, one) => all.And(one)),
            Limits = Conditions.Aggregate(query.Limits, (all, one) => all | (one.Limit ?? WorkRestriction.None)),
            Trainings = [.. query.Trainings.Concat(Conditions.Select(c => c.Training).OfType<TrainingAsked>())],
            Experience = [.. query.Experience.Concat(Conditions.Select(c => c.Experience).OfType<ExperienceAsked>())],
            Certificates = [.. query.Certificates.Concat(Conditions.Select(c => c.Certificate).OfType<CertificateEnding>())],
            TrainingKindIds = [.. query.TrainingKindIds.Concat(Conditions.Select(c => c.TrainingKindId).OfType<int>()).Distinct()],
        };
    }
}

/// <summary>
/// 「石门 会缝纫」: a settlement or a township of ours as a word of its own says where people live, of several any of them. Inside a longer word (石门制衣厂) it is part of a name,
/// and a county says nothing: everybody lives there. The words of badges and lists (零就业家庭, 没有工作) are the conditions that they name, also where they run together with others.
/// </summary>
public sealed class UnderstandPeople(PlaceNames places, JobMatchDbContext db, TimeProvider clock)
{
    private static readonly string[] Behind = ["", "的", "的人", "那边", "这边", "附近", "住"];

    /// <summary>Whether a word asks for work, a skill or a certificate of the catalogue: that nobody has it is an answer.</summary>
    public static bool NamesWork(string word) => PeopleSentence.NamesWork(word);

    public async Task<UnderstoodPeople> RunAsync(string? words, CancellationToken cancel)
    {
        var names = await places.ReadAsync(cancel);
        var typed = words = (words ?? "").Trim();
        var said = new LeftWords(words);
        var today = clock.Today();
        var conditions = TrainingWords.Find(said, today).ToList();
        conditions.AddRange(CertificateEndWords.Find(said, today));
        conditions.AddRange(ExperienceWords.Find(said, today));
        conditions.AddRange(MandarinWords.Find(said));
        conditions.AddRange(YearsAndSchooling.Find(said, today.Year));
        conditions.AddRange(WishWords.FindPay(said));
        words = PeopleSentence.TakeApart(WorkedThere.Said(conditions.Count > 0 ? said.Rest() : words, names), names);
        var left = new LeftWords(words);
        conditions.AddRange(PeopleWords.Find(left));
        var denied = PeopleWords.TakeDenied(left).ToList();
        var (named, within) = (new List<string>(), new List<long>());
        foreach (var (from, to) in left.Chunks())
        {
            var chunk = left.Text[from..to];
            var bare = chunk.TrimStart('在', '住');
            if (names.Own.FirstOrDefault(p => bare.StartsWith(p.Form, StringComparison.Ordinal) && Behind.Contains(bare[p.Form.Length..])) is not { } place) continue;
            IReadOnlyList<long> there = place.SettlementId is { } one ? [one] : await WithinAsync(place.RegionCode ?? 0, cancel);
            if (there.Count == 0) continue;
            left.Blank(from, to);
            named.Add(place.Name);
            within.AddRange(there.Except(within));
        }

        return new UnderstoodPeople(named.Count + conditions.Count + denied.Count > 0 ? left.Rest() : words, string.Join('、', named.Distinct()), within)
        {
            Conditions = conditions, Denied = denied, Apart = EitherOr.Apart(typed, conditions),
        };
    }

    private async Task<IReadOnlyList<long>> WithinAsync(long township, CancellationToken cancel) =>
        await db.Set<Settlement>().AsNoTracking().Where(s => s.TownshipCode == township).OrderBy(s => s.Id).Select(s => s.Id).ToListAsync(cancel);
}
