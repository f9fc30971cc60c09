using JobMatch.Data;
using JobMatch.Fairs;
using JobMatch.Fits;
using JobMatch.Matching;
using JobMatch.Occupations;
using JobMatch.Postings;
using JobMatch.Referrals;
using JobMatch.Training;
using Microsoft.EntityFrameworkCore;

namespace JobMatch.Web.ForStationStaff.Trainings;

/// <summary>Why a training would change nothing for somebody who wants it.</summary>
/// <param name="Postings">All those asked about that are open.</param>
/// <param name="Fitting">How many of them would take her with it; others fill their vacancies.</param>
public sealed record Unchanged(int Postings, int Fitting)
{
    /// <summary>Where none would take her: what rules out the most of them also with the training.</summary>
    public FailedGate? Main { get; init; }

    /// <summary>How many that is.</summary>
    public int RuledOut { get; init; }
}

/// <summary>Says of those whom a training would bring nowhere why, by today's records and as if they had it.</summary>
public sealed class WhyUnchanged(JobMatchDbContext db, WorkerProfileReader workers, ReferralExclusions exclusions, FitPool pool, TimeProvider clock)
{
    /// <param name="of">The training, and which vacancies were asked about.</param>
    /// <param name="people">On the page.</param>
    /// <param name="cancel">Stops the reading.</param>
    public async Task<IReadOnlyDictionary<long, Unchanged>> OfAsync(TrainingDemandOf of, IReadOnlyList<WantingPerson> people, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(of);
        ArgumentNullException.ThrowIfNull(people);
        var ids = people.Where(p => p.IsUnchanged && p.Then is null).Select(p => p.Person.Id).ToList();
        if (ids.Count == 0) return new Dictionary<long, Unchanged>();
        var postings = await PostingsOfAsync(of.Demand.Scope, cancel);
        var (training, query) = (Catalogue.Instance.Trainings[of.Row.KindId], new RankQuery { On = clock.Today(), Seekers = of.Demand.People.Seekers });
        var why = new Dictionary<long, Unchanged>();
        foreach (var worker in await workers.ReadAsync(ids, 0, cancel))
        {
            var excluded = await exclusions.OfWorkerAsync(worker.Id, query.On, cancel);
            why[worker.Id] = Of(Trained.With(worker, training), postings, query with { Excluded = excluded }, of.Demand.Scope.LeastScore);
        }

        return why;
    }

    private Unchanged Of(WorkerProfile trained, List<long> postings, RankQuery query, int least)
    {
        var image = WorkerImage.Of(trained);
        var gates = pool.FailedGates(trained, postings, query);
        var main = gates.Values.SelectMany(failed => failed.DistinctBy(gate => gate.Code)).GroupBy(gate => gate.Code).OrderByDescending(g => g.Count()).ThenBy(g => g.Key).FirstOrDefault();
        return new(gates.Count, gates.Count(posting => posting.Value.Count == 0 && IsGoodEnough(posting.Key))) { Main = main?.First(), RuledOut = main?.Count() ?? 0 };

        bool IsGoodEnough(long posting) => least == 0 || pool.Explain(image, posting, query) is { } fit && fit.Score >= least;
    }

    private async Task<List<long>> PostingsOfAsync(DemandScope scope, CancellationToken cancel)
    {
        var open = db.Set<Posting>().Where(p => p.State == PostingState.Published);
        var chosen = scope.FairId is { } fair ? await db.Set<Fair>().Where(f => f.Id == fair).Select(f => f.PostingIds).SingleOrDefaultAsync(cancel) ?? [] : scope.PostingIds;
        if (scope.Kind is { } kind) open = open.Where(p => p.Kind == kind);
        else if (scope.FairId is not null || chosen.Count > 0) open = open.Where(p => chosen.Contains(p.Id));
        return await open.OrderBy(p => p.Id).Select(p => p.Id).ToListAsync(cancel);
    }
}
