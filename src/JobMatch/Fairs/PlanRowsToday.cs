using JobMatch.Data;
using JobMatch.Matching;
using JobMatch.Workers;
using Microsoft.EntityFrameworkCore;

namespace JobMatch.Fairs;

/// <summary>Why a row of a draft would not be allowed today.</summary>
public enum PlanRowBroken
{
    /// <summary>No worker of the clerk's settlements any more.</summary>
    Gone = 1,

    /// <summary>She no longer agrees that employers see her.</summary>
    NoConsent = 2,

    /// <summary>She no longer looks for work.</summary>
    NotWilling = 3,

    /// <summary>She has work by now, and the plan is for people without.</summary>
    HasWork = 4,

    /// <summary>The posting is not open any more.</summary>
    Closed = 5,

    /// <summary>Its vacancies are taken, by others or by rows before this one.</summary>
    Full = 6,

    /// <summary>Another of her household has the post that only one may have.</summary>
    OnePerHousehold = 7,

    /// <summary>She was referred there meanwhile, was refused, or hides from this employer.</summary>
    Excluded = 8,

    /// <summary>A condition of the posting, or the least score of the plan, is not met any more.</summary>
    DoesNotFit = 9,

    /// <summary>Another plan has sent her somewhere meanwhile, or she is on trial or hired.</summary>
    UnderWay = 10,

    /// <summary>Nobody was hired for its vacancies; they are kept for those whom another plan sent there, or who are on trial.</summary>
    Kept = 11,
}

public sealed record BrokenRow(PlanRow Row, PlanRowBroken Because);

/// <summary>Looks at the rows of a draft again by today's records: the same gates, vacancies, exclusions and household limit as when it was worked out.</summary>
public sealed class PlanRowsToday(JobMatchDbContext db, PlacementReader reader)
{
    /// <summary>So many pairs are looked at within a blink: a page may say beside other things how many rows no longer hold.</summary>
    private const int Few = 50_000;

    /// <summary>Whether looking at these rows costs next to nothing.</summary>
    public static bool IsCheap(IReadOnlyList<PlanRow> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        return (long)rows.Count * rows.Select(row => row.PostingId).Distinct().Count() <= Few;
    }

    /// <summary>Rows that would not be allowed today, in their order; none when all hold.</summary>
    public async Task<IReadOnlyList<BrokenRow>> BrokenAsync(PlacementPlan plan, IReadOnlyList<PlanRow> rows, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(rows);
        var all = await reader.ReadAsync([.. rows.Select(r => r.PostingId).Distinct()], [.. rows.Select(r => r.PersonId)], plan.People.Seekers, cancel);
        var way = await reader.UnderWayAsync(plan.People, plan.Id, cancel);
        var input = await reader.BesidesAsync(all, plan.People, way, cancel);
        var pairs = input.Score(null, cancel).AtLeast(plan.LeastScore);
        var people = input.Workers.Select((worker, i) => (worker.Id, i)).ToDictionary(p => p.Id, p => p.i);
        var quotas = input.Quotas.Select((quota, i) => (quota.Id, i)).ToDictionary(q => q.Id, q => q.i);
        var (workers, broken) = (await WorkersAsync([.. all.Workers.Select(w => w.Id)], cancel), new List<BrokenRow>());
        var vacant = all.Quotas.ToDictionary(quota => quota.Id, quota => quota.Vacancies);
        var (left, posts) = (input.Quotas.Select(q => q.Vacancies).ToArray(), new HouseholdPosts());
        var postOf = input.Postings.ToDictionary(p => p.Id, p => p.Post);
        foreach (var row in rows)
            if (Why(row) is { } because) broken.Add(new(row, because));
        return broken;

        PlanRowBroken? Why(PlanRow row)
        {
            if (!workers.TryGetValue(row.PersonId, out var worker)) return PlanRowBroken.Gone;
            if (!people.TryGetValue(row.PersonId, out var person)) return way.Of(row.PersonId) is null ? PlanRowBroken.Gone : PlanRowBroken.UnderWay;
            if (!worker.ConsentsToEmployers) return PlanRowBroken.NoConsent;
            if (worker.Willing != true) return PlanRowBroken.NotWilling;
            if (!plan.People.TakesEmployed(row.PersonId) && input.Workers[person].Employed) return PlanRowBroken.HasWork;
            if (input.Postings.All(p => p.Id != row.PostingId)) return PlanRowBroken.Closed;
            if (!quotas.TryGetValue(row.QuotaId, out var quota)) return NoSeat(row.QuotaId, 0);
            if (input.Excluded.Contains(row.PersonId, row.PostingId)) return PlanRowBroken.Excluded;
            if (postOf[row.PostingId].Clashes(input.Workers[person].HouseholdPost)) return PlanRowBroken.OnePerHousehold;
            if (pairs.ScoreOf(person, quota) < 0) return PlanRowBroken.DoesNotFit;
            if (--left[quota] < 0) return NoSeat(row.QuotaId, input.Quotas[quota].Vacancies);
            return posts.TryTake(input.Workers[person].HouseholdId, input.Quotas[quota].Post) ? null : PlanRowBroken.OnePerHousehold;
        }

        PlanRowBroken NoSeat(long quota, int besides) => vacant.GetValueOrDefault(quota) > besides ? PlanRowBroken.Kept : PlanRowBroken.Full;
    }

    private async Task<Dictionary<long, (bool ConsentsToEmployers, bool? Willing)>> WorkersAsync(List<long> ids, CancellationToken cancel)
    {
        var workers = new Dictionary<long, (bool, bool?)>();
        foreach (var chunk in ids.Chunk(500))
            foreach (var one in await db.Set<Worker>().AsNoTracking().Where(w => chunk.Contains(w.Id)).Select(w => new { w.Id, w.ConsentsToEmployers, w.Willing }).ToListAsync(cancel))
                workers[one.Id] = (one.ConsentsToEmployers, one.Willing);
        return workers;
    }
}
