using JobMatch.Data;
using JobMatch.Matching;
using JobMatch.Matching.Placement;
using JobMatch.Occupations;
using JobMatch.Postings;
using JobMatch.Training;
using Microsoft.EntityFrameworkCore;

namespace JobMatch.Fairs;

/// <summary>
/// How many more people could be placed if those who want a training had it: the planner runs once as things are, and once a training with the skills, the certificate and the class added
/// to those who asked for it. Not counted one by one: two people cannot fill the same vacancy. Who is in a class by now is taken as having passed it in both: the demand is for what comes after.
/// </summary>
public sealed class ComputeTrainingDemand(JobMatchDbContext db, PlacementReader reader, TimeProvider clock)
{
    /// <summary>Over all trainings, so that the answer stays within its column.</summary>
    private const int MostListed = 9_000;

    public async Task<Outcome<bool>> RunAsync(long planId, Action<PlacementProgress>? progress, CancellationToken cancel)
    {
        var asked = await db.Set<PlacementPlan>().AsNoTracking().SingleAsync(p => p.Id == planId, cancel);
        var input = await AttendingPassedAsync(await ReadAsync(asked, cancel), cancel);
        var least = asked.Scope.LeastScore;
        var pairs = input.Score(done => progress?.Invoke(new(PlacementStage.Scoring, done, input.Workers.Count)), cancel).AtLeast(least);
        var problem = input.ProblemOf(pairs, [], peopleCount: true);
        var now = Solve(problem, cancel);
        var rows = new List<TrainingDemandRow>();
        var kinds = Catalogue.Instance.Trainings.Values.OrderBy(kind => kind.Id).Select(kind => (Kind: kind, People: Wanting(input.Workers, kind.Id))).Where(kind => kind.People.Count > 0).ToList();
        var most = MostOf([.. kinds.Select(kind => kind.People.Count)], MostListed);
        foreach (var (kind, people) in kinds)
        {
            progress?.Invoke(new(PlacementStage.Assigning, rows.Count, kinds.Count));
            var trained = input.ScoreOf([.. people.Select(person => Trained.With(input.Workers[person], kind))], null, cancel).AtLeast(least);
            var changed = input.ProblemOf(pairs.With(people, trained), [], peopleCount: true);
            var then = Solve(changed, cancel);
            var licensed = LicensedBy(kind, input);
            int Filled(PlacementAnswer answer) => answer.QuotaOf.Count(quota => quota >= 0 && licensed[quota]);
            rows.Add(RowOf(kind, people, problem, now, changed, then, most) with { MoreLicensed = Filled(then) - Filled(now) });
        }

        var plan = await db.Set<PlacementPlan>().SingleAsync(p => p.Id == planId, cancel);
        var finished = plan.Finish([.. rows.OrderByDescending(r => r.MorePeople).ThenByDescending(r => r.MoreHouseholds).ThenByDescending(r => r.MoreLicensed).ThenByDescending(r => r.MorePoints).ThenByDescending(r => r.Wanting)], clock.UtcNow());
        return finished.IsDone ? await db.SaveOrRefuseAsync(cancel) : finished;
    }

    private async Task<PlacementInput> ReadAsync(PlacementPlan asked, CancellationToken cancel)
    {
        var of = asked.Scope;
        IReadOnlyList<long>? postings = of.FairId is { } fair ? await db.Set<Fair>().Where(f => f.Id == fair).Select(f => f.PostingIds).SingleOrDefaultAsync(cancel) ?? []
            : of.PostingIds.Count > 0 ? of.PostingIds
            : of.Kind is { } kind ? await db.Set<Posting>().Where(p => p.Kind == kind && p.State == PostingState.Published).Select(p => p.Id).ToListAsync(cancel)
            : null;
        return await reader.ReadAsync(postings, asked.People, cancel);
    }

    private async Task<PlacementInput> AttendingPassedAsync(PlacementInput input, CancellationToken cancel)
    {
        var attending = (await db.Set<TrainingRecord>().AsNoTracking().Where(t => t.Result == TrainingResult.Attending).Select(t => new { t.PersonId, t.KindId }).ToListAsync(cancel)).ToLookup(t => t.PersonId, t => t.KindId);
        var known = Catalogue.Instance.Trainings;
        return input with { Workers = [.. input.Workers.Select(worker => attending[worker.Id].Where(known.ContainsKey).Distinct().Aggregate(worker, (person, kind) => Trained.With(person, known[kind])))] };
    }

    /// <summary>By quota: whether nobody may begin there without the certificate that the training gives.</summary>
    private static bool[] LicensedBy(TrainingKind kind, PlacementInput input)
    {
        var licensed = input.Postings.Where(p => p.Certificates.Any(c => c.Timing == CertificateTiming.NeededToApply && c.Kind == kind.CertificateId)).Select(p => p.Id).ToHashSet();
        return [.. input.Quotas.Select(quota => licensed.Contains(quota.PostingId))];
    }

    private static PlacementAnswer Solve(PlacementProblem problem, CancellationToken cancel)
    {
        var answer = PlacementSolver.Solve(problem, cancel: cancel);
        var faults = PlacementChecker.Check(problem, answer);
        return faults.Count == 0 ? answer : throw new InvalidOperationException($"The plan was refused by its checker: {faults[0]}");
    }

    private static List<int> Wanting(IReadOnlyList<WorkerProfile> workers, int kind) =>
        [.. Enumerable.Range(0, workers.Count).Where(i => workers[i].TrainingsWanted.Contains(kind) && !workers[i].TrainingsDone.Contains(kind))];

    /// <summary>How many of each kind can be listed when all together may be no more than <paramref name="together"/>: everybody where they are few.</summary>
    internal static int MostOf(IReadOnlyList<int> counts, int together)
    {
        var most = 0;
        foreach (var (count, i) in counts.Order().Select((count, i) => (count, i)))
        {
            most = together / (counts.Count - i);
            if (count > most) return most;
            together -= count;
        }

        return Math.Max(most, counts.DefaultIfEmpty(0).Max());
    }

    private static TrainingDemandRow RowOf(TrainingKind kind, List<int> people, PlacementProblem problem, PlacementAnswer now, PlacementProblem changed, PlacementAnswer then, int most)
    {
        bool IsNew(int person) => then.QuotaOf[person] >= 0 && now.QuotaOf[person] < 0;
        int Gain(int person) => PointsOf(changed, then, person) - PointsOf(problem, now, person);
        var first = people.OrderBy(person => IsNew(person) ? 0 : 1).ThenByDescending(Gain).Take(most).ToList();
        return new TrainingDemandRow(
            kind.Id, people.Count, then.Score.People - now.Score.People, then.Score.Households - now.Score.Households, then.Score.Points - now.Score.Points,
            first.ConvertAll(person => problem.People[person].Id), people.Count(IsNew),
            [.. people.Where(person => IsNew(person) || Gain(person) > 0).GroupBy(person => problem.Quotas[then.QuotaOf[person]].PostingId).OrderByDescending(g => g.Count()).ThenBy(g => g.Key).Select(g => g.Key).Take(OpenTrainingClass.MostPostings)])
        {
            Then = first.ConvertAll(person => then.QuotaOf[person] < 0 ? 0 : problem.Quotas[then.QuotaOf[person]].PostingId),
            Gained = first.ConvertAll(Gain),
            PointsOfWanting = people.Sum(person => (long)Gain(person)),
            FitBetter = people.Count(person => Gain(person) > 0),
        };
    }

    private static int PointsOf(PlacementProblem problem, PlacementAnswer answer, int person) => answer.QuotaOf[person] < 0 ? 0 : problem.Pairs.ScoreOf(person, answer.QuotaOf[person]);
}
