using JobMatch.Data;
using JobMatch.Matching.Placement;
using Microsoft.EntityFrameworkCore;

namespace JobMatch.Fairs;

/// <summary>What a plan is worked out from, by today's records.</summary>
/// <param name="Everybody">Whom it is about, also whom the clerk has taken out of it.</param>
/// <param name="Input">Without those.</param>
/// <param name="Problem">To be solved.</param>
/// <param name="Locked">People whose rows stay.</param>
/// <param name="Lost">Locked rows that cannot stay, and whom the clerk wanted somewhere where she cannot go.</param>
public sealed record PlanProblem(PlacementInput Everybody, PlacementInput Input, PlacementProblem Problem, IReadOnlySet<long> Locked, IReadOnlyList<LostLock> Lost)
{
    /// <summary>Per person of the problem where these rows send her, as an index of a quota, or −1; null when one of them is no pair any more, or fits otherwise.</summary>
    public int[]? AsTheyStand(IReadOnlyCollection<PlanRow> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var people = Problem.People.Select((person, i) => (person.Id, i)).ToDictionary(p => p.Id, p => p.i);
        var quotas = Problem.Quotas.Select((quota, i) => (quota.Id, i)).ToDictionary(q => q.Id, q => q.i);
        var quotaOf = Enumerable.Repeat(-1, Problem.People.Count).ToArray();
        foreach (var row in rows)
        {
            if (!people.TryGetValue(row.PersonId, out var person) || !quotas.TryGetValue(row.QuotaId, out var quota) || Problem.Pairs.ScoreOf(person, quota) != row.Score) return null;
            quotaOf[person] = quota;
        }

        return quotaOf;
    }
}

/// <summary>Makes the problem of a plan. The rows of the scope at hand are read; a plan is of the whole county, so this is done under the scope of the system.</summary>
public sealed class PlanProblemReader(JobMatchDbContext db, PlacementReader reader)
{
    /// <param name="asked">The plan, with what the clerk has changed about it.</param>
    /// <param name="progress">People scored.</param>
    /// <param name="cancel">Stops the work.</param>
    public async Task<PlanProblem> ReadAsync(PlacementPlan asked, Action<PlacementProgress>? progress, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(asked);
        var kept = await db.Set<PlanRow>().AsNoTracking().Where(r => r.PlanId == asked.Id && r.Locked).OrderBy(r => r.Id).ToListAsync(cancel);
        var everybody = await reader.ReadAsync(asked.PostingIds, asked.People, cancel);
        var input = everybody.Without(asked.Bars);
        var gated = input.Score(done => progress?.Invoke(new(PlacementStage.Scoring, done, input.Workers.Count)), cancel);
        var pairs = gated.AtLeast(asked.LeastScore);
        if (asked.Pin is not { } pin) return With(kept);
        var others = With(kept.FindAll(row => row.PersonId != pin.PersonId));
        if (Pinned(others.Problem, pin, cancel) is { } pinned) return others with { Problem = pinned, Locked = others.Locked.Append(pin.PersonId).ToHashSet() };
        // Where she cannot go there, what she was kept at before counts again.
        var without = With(kept);
        return without with { Lost = [new LostLock(pin.PersonId, pin.PostingId), .. without.Lost] };

        PlanProblem With(List<PlanRow> rows)
        {
            var (locks, locked) = LocksOf(input, pairs, rows);
            return new(everybody, input, input.ProblemOf(pairs, locks, asked.PeopleCount, asked.LeastScore, gated), locked, [.. rows.Where(row => !locked.Contains(row.PersonId)).Select(row => new LostLock(row.PersonId, row.PostingId))]);
        }
    }

    /// <summary>Of several places of the posting the one with which the plan is worth the most; null when locked rows, gates or the least score leave her none.</summary>
    private static PlacementProblem? Pinned(PlacementProblem problem, PlanPin pin, CancellationToken cancel)
    {
        var person = Enumerable.Range(0, problem.People.Count).FirstOrDefault(i => problem.People[i].Id == pin.PersonId, -1);
        var open = person < 0 ? [] : Enumerable.Range(0, problem.Quotas.Count).Where(quota => problem.Quotas[quota].PostingId == pin.PostingId && problem.MayLock(new(person, quota))).ToList();
        if (open.Count == 0) return null;
        var quota = open.Count == 1 ? open[0] : open.Find(one => problem.Quotas[one].Id == pin.QuotaId) is var told && problem.Quotas[told].Id == pin.QuotaId ? told : ForcedPair.Of(problem, PlacementSolver.Solve(problem, cancel: cancel), person, open, cancel: cancel)!.Quota;
        return problem.WithLock(new(person, quota));
    }

    private static (List<PlacementLock> Locks, HashSet<long> People) LocksOf(PlacementInput input, PlacementPairs pairs, List<PlanRow> kept)
    {
        var people = input.Workers.Select((worker, i) => (worker.Id, i)).ToDictionary(p => p.Id, p => p.i);
        var quotas = input.Quotas.Select((quota, i) => (quota.Id, i)).ToDictionary(q => q.Id, q => q.i);
        var (locks, locked, left, posts) = (new List<PlacementLock>(), new HashSet<long>(), input.Quotas.Select(q => q.Vacancies).ToArray(), new HouseholdPosts());
        foreach (var row in kept)
        {
            if (!people.TryGetValue(row.PersonId, out var person) || !quotas.TryGetValue(row.QuotaId, out var quota) || pairs.ScoreOf(person, quota) < 0 || left[quota] == 0) continue;
            if (!posts.TryTake(input.Workers[person].HouseholdId, input.Quotas[quota].Post)) continue;
            left[quota]--;
            locks.Add(new(person, quota));
            locked.Add(row.PersonId);
        }

        return (locks, locked);
    }
}
