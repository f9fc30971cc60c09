using System.Globalization;
using JobMatch.Data;
using JobMatch.Matching;
using JobMatch.Notifications;
using JobMatch.Postings;
using JobMatch.Referrals;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace JobMatch.Fits;

/// <summary>Who is told of new fits.</summary>
public sealed class AnnouncementOptions
{
    /// <summary>Least score that is worth a message, 0–100.</summary>
    public int MinScore { get; set; } = 65;

    /// <summary>People told of a posting at least; or <see cref="PeoplePerVacancy"/> for each vacancy if that is more.</summary>
    public int MostPeople { get; set; } = 50;

    public int PeoplePerVacancy { get; set; } = 20;

    /// <summary>Postings told to a person whose facts changed, of those that fit only now; they wait in the inbox, nothing is pushed.</summary>
    public int PostingsPerPerson { get; set; } = 10;

    /// <summary>A posting is news for so many days after it became public; later changes of it are told to nobody as new.</summary>
    public int NewForDays { get; set; } = 3;

    /// <summary>Single messages a person gets a day; the rest goes into the digest.</summary>
    public int SinglesPerDay { get; set; } = 3;
}

/// <summary>
/// Tells people of new fits: a posting that became public to the best people for it, at once; a person whose facts changed of the postings that fit
/// her only now, in the digest, because they are no new postings. One leased cursor for all nodes; one inbox row per person and posting, however often
/// it repeats itself.
/// </summary>
public sealed class Announcements(IServiceScopeFactory requests, FitPool pool, PoolProjection projection, AnnouncementOptions options, TimeProvider clock) : LeasedConsumer(CursorName, requests, clock)
{
    public const string CursorName = "announcements";
    private const int LookFurther = 5;

    /// <summary>Workers of the stretch at hand as the pool had them before it; the feed calls one stretch after the other.</summary>
    private Dictionary<long, WorkerImage?> _before = [];

    protected override async Task BeforeTurnAsync(IReadOnlyList<Change> changes, long upToSeq, CancellationToken cancel)
    {
        var workers = Ids(changes, ChangeKind.Worker);
        // Its own inbox rows come back as change events too; they need no pool.
        if (workers.Count + Ids(changes, ChangeKind.Posting).Count > 0) await projection.WaitForAsync(upToSeq, cancel);
        // Taken also when another node tells: what is not asked for would stay for ever.
        _before = [];
        foreach (var worker in workers)
            if (projection.TakeBefore(worker, out var image)) _before[worker] = image;
    }

    protected override async Task DoAsync(IServiceProvider services, IReadOnlyList<Change> changes, long upToSeq, CancellationToken cancel)
    {
        var today = Clock.Today();
        var fits = new List<NewFit>();
        foreach (var posting in Ids(changes, ChangeKind.Posting)) fits.AddRange(await ForPostingAsync(services, posting, today, cancel));
        foreach (var (worker, image) in _before) fits.AddRange(await ForWorkerAsync(services, worker, image, upToSeq, today, cancel));
        await WriteAsync(services, fits, today, cancel);
    }

    private async Task<List<NewFit>> ForPostingAsync(IServiceProvider services, long postingId, DateOnly today, CancellationToken cancel)
    {
        var db = services.GetRequiredService<JobMatchDbContext>();
        var posting = await db.Set<Posting>().AsNoTracking().Include(p => p.Quotas).SingleOrDefaultAsync(p => p.Id == postingId && p.State == PostingState.Published, cancel);
        if (posting?.PublishedAt is not { } publishedAt || ChinaDay.Of(publishedAt).AddDays(options.NewForDays) < today) return [];
        var query = new RankQuery
        {
            On = today,
            K = Math.Max(options.MostPeople, options.PeoplePerVacancy * posting.OpenVacancies),
            Scope = SettlementSet.All,
            MinScore = options.MinScore,
            Seekers = Seekers.Willing,
            Excluded = await services.GetRequiredService<ReferralExclusions>().OfPostingAsync(postingId, posting.EmployerId, today, cancel),
        };
        var ranking = pool.BestWorkers(postingId, query);
        return ranking is null ? [] : [.. ranking.Best.Select(f => new NewFit(f.Id, postingId, f.Score, IsNewPosting: true))];
    }

    /// <summary>
    /// What fits her only since her facts changed; what fitted before is no news, however old or new it is. The pool runs ahead of this cursor: a posting whose own change still waits
    /// is left to that change, which tells everybody of it as new.
    /// </summary>
    private async Task<List<NewFit>> ForWorkerAsync(IServiceProvider services, long workerId, WorkerImage? before, long upToSeq, DateOnly today, CancellationToken cancel)
    {
        var query = new RankQuery
        {
            On = today,
            K = options.PostingsPerPerson * LookFurther,
            MinScore = options.MinScore,
            Seekers = Seekers.Willing,
            Excluded = await services.GetRequiredService<ReferralExclusions>().OfWorkerAsync(workerId, today, cancel),
        };
        var ranking = pool.BestPostings(workerId, query);
        if (ranking is null) return [];
        bool Fitted(long posting) => before is not null && pool.Explain(before, posting, query) is { Eligible: true } then && then.Score >= options.MinScore;
        var ids = ranking.Best.Select(f => f.Id).ToList();
        var waiting = await services.GetRequiredService<JobMatchDbContext>().Set<ChangeEvent>().Where(e => e.Seq > upToSeq && e.Kind == ChangeKind.Posting && ids.Contains(e.EntityId))
            .Select(e => e.EntityId).ToHashSetAsync(cancel);
        return [.. ranking.Best.Where(f => !waiting.Contains(f.Id) && !Fitted(f.Id)).Take(options.PostingsPerPerson).Select(f => new NewFit(workerId, f.Id, f.Score, IsNewPosting: false))];
    }

    private async Task WriteAsync(IServiceProvider services, List<NewFit> fits, DateOnly today, CancellationToken cancel)
    {
        if (fits.Count == 0) return;
        var db = services.GetRequiredService<JobMatchDbContext>();
        var fresh = await OnlyNewAsync(db, fits, cancel);
        var singles = await SinglesTodayAsync(db, [.. fresh.Select(f => f.Person).Distinct()], today, cancel);
        var titles = await TitlesAsync(db, [.. fresh.Select(f => f.Posting).Distinct()], cancel);
        var rows = new List<Notification>();
        foreach (var fit in fresh.OrderByDescending(f => f.Score))
        {
            var told = singles.GetValueOrDefault(fit.Person);
            if (fit.IsNewPosting) singles[fit.Person] = told + 1;
            rows.Add(new Notification
            {
                Kind = fit.IsNewPosting ? NotificationKind.NewFit : NotificationKind.NowFits,
                PersonId = fit.Person,
                PostingId = fit.Posting,
                Key = KeyOf(fit.Person, fit.Posting),
                Values = new Dictionary<string, string> { ["title"] = titles.GetValueOrDefault(fit.Posting, ""), ["score"] = fit.Score.ToString(CultureInfo.InvariantCulture) },
                At = Clock.UtcNow(),
                InDigest = !fit.IsNewPosting || told >= options.SinglesPerDay,
            });
        }

        await services.GetRequiredService<WriteNotifications>().RunAsync(rows, cancel);
    }

    private static string KeyOf(long person, long posting) => string.Create(CultureInfo.InvariantCulture, $"fit:{person}:{posting}");

    private static async Task<List<NewFit>> OnlyNewAsync(JobMatchDbContext db, List<NewFit> fits, CancellationToken cancel)
    {
        var fresh = new List<NewFit>();
        // A posting that is new and fits only since a change of hers is told once, as the new posting that it is.
        foreach (var chunk in fits.OrderByDescending(f => f.IsNewPosting).DistinctBy(f => (f.Person, f.Posting)).Chunk(500))
        {
            var keys = chunk.Select(f => KeyOf(f.Person, f.Posting)).ToList();
            var there = await db.Set<Notification>().Where(n => keys.Contains(n.Key)).Select(n => n.Key).ToHashSetAsync(cancel);
            fresh.AddRange(chunk.Where(f => !there.Contains(KeyOf(f.Person, f.Posting))));
        }

        return fresh;
    }

    private static async Task<Dictionary<long, int>> SinglesTodayAsync(JobMatchDbContext db, List<long> people, DateOnly today, CancellationToken cancel)
    {
        var counts = new Dictionary<long, int>();
        var from = ChinaDay.StartsAt(today);
        foreach (var chunk in people.Chunk(500))
        {
            var told = await db.Set<Notification>().Where(n => n.Kind == NotificationKind.NewFit && !n.InDigest && n.At >= from && n.PersonId != null && chunk.Contains(n.PersonId.Value))
                .GroupBy(n => n.PersonId!.Value).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(cancel);
            foreach (var row in told) counts[row.Key] = row.Count;
        }

        return counts;
    }

    private static async Task<Dictionary<long, string>> TitlesAsync(JobMatchDbContext db, List<long> postings, CancellationToken cancel)
    {
        var titles = new Dictionary<long, string>();
        foreach (var chunk in postings.Chunk(500))
            foreach (var row in await db.Set<Posting>().Where(p => chunk.Contains(p.Id)).Select(p => new { p.Id, p.Title }).ToListAsync(cancel)) titles[row.Id] = row.Title;
        return titles;
    }

    private readonly record struct NewFit(long Person, long Posting, int Score, bool IsNewPosting);
}
