using JobMatch.Matching.Pool;

namespace JobMatch.Matching.Tests.Pool;

/// <summary>The scans with their tables, signs and bounds against the plain way: every pair through <see cref="PairScorer"/>, then a sort.</summary>
public sealed class ScanAgainstEverybodyTests
{
    private const int Worlds = 1_500;

    [Fact]
    public void Workers_come_out_as_if_everybody_were_scored()
    {
        var (named, musts, outside) = (0, 0, 0);
        for (var world = 0; world < Worlds; world++)
        {
            var random = new RandomProfiles(10_000 + world);
            var skills = Skills(random);
            var pool = new FitPool(new(), skills, RandomProfiles.Texts);
            var workers = Enumerable.Range(1, random.Maybe(0.1) ? 700 : random.Next(120) + 1).Select(id => Clustered(random, random.Worker(id))).ToArray();
            pool.Upsert(workers);
            // Some change, and some leave, so that rows are met that are not the first of their slot.
            for (var i = 0; i < workers.Length; i += 7) workers[i] = workers[i] with { Version = 2, Skills = [], WageFloorFen = 310_000 };
            pool.Upsert(workers.Where(worker => worker.Version == 2));
            foreach (var gone in workers.Where((_, i) => i % 11 == 5)) pool.RemoveWorker(gone.Id, 3);
            workers = [.. workers.Where((_, i) => i % 11 != 5)];
            var posting = random.Posting(1);
            var query = Query(random, 130);
            var ranking = pool.BestWorkers(posting, query);
            var expected = Everybody(workers, posting, query, skills);
            ranking.Best.ShouldBe(expected.Best);
            (ranking.EligibleInScope, ranking.EligibleOutside).ShouldBe((expected.EligibleInScope, expected.EligibleOutside));
            (named, outside) = (named + ranking.Best.Count, outside + ranking.EligibleOutside);
            if (query.Weights is { AnyMust: true }) musts += ranking.Best.Count;
        }
        named.ShouldBeGreaterThan(Worlds);
        musts.ShouldBeGreaterThan(100);
        outside.ShouldBeGreaterThan(Worlds);
    }

    [Fact]
    public void Postings_come_out_as_if_all_were_scored()
    {
        var (named, musts) = (0, 0);
        for (var world = 0; world < Worlds / 3; world++)
        {
            var random = new RandomProfiles(20_000 + world);
            var skills = Skills(random);
            var pool = new FitPool(new(), skills, RandomProfiles.Texts);
            var postings = Enumerable.Range(1, random.Maybe(0.1) ? 700 : random.Next(150) + 1).Select(id => random.Posting(id)).ToArray();
            foreach (var posting in postings) pool.Upsert(posting);
            for (var i = 0; i < postings.Length; i += 7) pool.Upsert(postings[i] = postings[i] with { Version = 2, Skills = [], WageMinFen = 310_000 });
            foreach (var gone in postings.Where((_, i) => i % 11 == 5)) pool.RemovePosting(gone.Id, 3);
            postings = [.. postings.Where((_, i) => i % 11 != 5)];
            for (var i = 0; i < 3; i++)
            {
                var (worker, query) = (Clustered(random, random.Worker(1)), Query(random, 160));
                var ranking = pool.BestPostings(worker, query);
                var expected = All(worker, postings, query, skills);
                ranking.Best.ShouldBe(expected.Best);
                ranking.EligibleInScope.ShouldBe(expected.EligibleInScope);
                named += ranking.Best.Count;
                if (query.Weights is { AnyMust: true }) musts += ranking.Best.Count;
            }
        }
        named.ShouldBeGreaterThan(Worlds);
        musts.ShouldBeGreaterThan(100);
    }

    /// <summary>Holders of a certificate are listed where they are few of a chunk and asked 64 at a time where they are many; a certificate that was lost, or has run out, is none.</summary>
    [Theory]
    [InlineData(0.01, GroupRule.None)]
    [InlineData(0.01, GroupRule.Only)]
    [InlineData(0.05, GroupRule.First)]
    [InlineData(0.6, GroupRule.None)]
    [InlineData(0.6, GroupRule.Only)]
    public void Few_holders_and_many_come_out_as_if_everybody_were_scored(double share, GroupRule groups)
    {
        const int Needed = 3;
        var random = new RandomProfiles(40);
        var pool = new FitPool(new(), SkillTable.Plain, RandomProfiles.Texts);
        WorkerProfile Held(WorkerProfile worker, bool held) => worker with
        {
            Certificates = held ? [new(Needed, random.Maybe(0.8) ? null : A.Day.AddDays(random.Next(60) - 30))] : [],
        };
        var workers = Enumerable.Range(1, 3_000).Select(id => Held(random.Worker(id), random.Maybe(share))).ToArray();
        pool.Upsert(workers);
        for (var i = 0; i < workers.Length; i += 5) workers[i] = Held(workers[i], random.Maybe(share)) with { Version = 2 };
        pool.Upsert(workers.Where(worker => worker.Version == 2));
        for (var i = 0; i < 20; i++)
        {
            var posting = random.Posting(1) with
            {
                Open = true, Certificates = [new(Needed, CertificateTiming.NeededToApply)], GroupRule = groups, EligibleGroups = (HardshipGroup)0x3FF,
            };
            var query = Query(random, 3_000);
            var ranking = pool.BestWorkers(posting, query);
            var expected = Everybody(workers, posting, query, SkillTable.Plain);
            ranking.Best.ShouldBe(expected.Best);
            (ranking.EligibleInScope, ranking.EligibleOutside).ShouldBe((expected.EligibleInScope, expected.EligibleOutside));
        }
    }

    /// <summary>Of so many few that they are scored in several goes, each time the best bounds first.</summary>
    [Fact]
    public void More_candidates_than_are_kept_at_once_lose_nobody()
    {
        var random = new RandomProfiles(41);
        var pool = new FitPool(new());
        var workers = Enumerable.Range(1, 40 * WorkerChunk.Size).Select(id => A.Worker with
        {
            Id = id, WageFloorFen = 100_000 + random.Next(400_000), Certificates = id % 20 == 0 ? [new(3, null)] : [],
        }).ToArray();
        pool.Upsert(workers);
        var posting = A.Posting with { Certificates = [new(3, CertificateTiming.NeededToApply)] };
        var query = new RankQuery { On = A.Day, Scope = SettlementSet.All, K = 50 };
        var ranking = pool.BestWorkers(posting, query);
        ranking.EligibleInScope.ShouldBeGreaterThan(Candidates.Most);
        ranking.Best.ShouldBe(Everybody(workers, posting, query, SkillTable.Plain).Best);
        pool.LastScored.ShouldBeLessThan(ranking.EligibleInScope / 2);
    }

    /// <summary>Of 5,000 people the bounds leave few to be scored, whoever they are, and nobody is lost.</summary>
    [Fact]
    public void Bounds_leave_few()
    {
        var random = new RandomProfiles(5);
        var workers = Enumerable.Range(1, 5_000).Select(id => random.Worker(id)).ToArray();
        var pool = new FitPool(new());
        pool.Upsert(workers);
        var query = new RankQuery { On = A.Day, Scope = SettlementSet.All, K = 20 };
        var ranking = pool.BestWorkers(A.Posting, query);
        ranking.Best.ShouldBe(Everybody(workers, A.Posting, query, SkillTable.Plain).Best);
        pool.LastScored.ShouldBeLessThan(ranking.EligibleInScope / 2);
    }

    /// <summary>Sums become sides, score and confidence exactly as by division.</summary>
    [Fact]
    public void Without_a_division_the_same_means()
    {
        var random = new Random(3);
        for (var weight = 1; weight <= 600; weight++)
        {
            var scale = new ScoreScale(weight, 601 - weight);
            foreach (var value in Enumerable.Range(0, 40).Select(_ => random.Next(weight * Mark.Full + 1)).Concat(Enumerable.Range(0, 101).Select(percent => Math.Max(0, (percent * weight * 100) - (weight * 50)))))
                scale.PostOf((ulong)value).ShouldBe((value + (weight * 50)) / (weight * 100));
        }
        var both = new ScoreScale(100, 100);
        for (var post = 0; post <= 100; post++)
            for (var person = 0; person <= 100; person++) both.ScoreOf(post, person).ShouldBe(PairScorer.Harmonic(post, person));
    }

    private static Ranking Everybody(IEnumerable<WorkerProfile> workers, PostingProfile posting, RankQuery query, SkillTable skills)
    {
        var rules = FitRules.Of(new() { On = query.On, Weights = query.Weights, NeedFirst = query.NeedFirst, Seekers = query.Seekers });
        var ask = PostingAsk.Of(posting, skills, RandomProfiles.Texts);
        var quiet = default(Quiet);
        var (fits, outside) = (new List<RankedFit>(), 0);
        foreach (var worker in workers)
        {
            var row = WorkerRow.Pack(worker, out var facts);
            var view = new WorkerView(in row, facts);
            if (!PairScorer.PassesGates(in view, ask, in rules, query.Excluded?.Contains(worker.Id) == true, ref quiet)) continue;
            if (!PairScorer.Score(in view, ask, in rules, ref quiet, out var score)) continue;
            if (!query.Scope.Contains(row.Settlement))
            {
                outside++;
                continue;
            }
            var days = worker.WaitingSince is { } since ? Math.Max(0, query.On.DayNumber - since.DayNumber) : 0;
            fits.Add(new(
                worker.Id, score.SuitsPost, score.SuitsPerson, score.Score, score.Confidence, NeedTier.Of(in view, ask, in rules), days,
                score.Quota >= 0 ? ask.Quotas[score.Quota].Id : 0));
        }
        var best = fits.Where(fit => fit.Score >= query.MinScore).Order(Comparer<RankedFit>.Create((a, b) => RankOrder.Compare(a, b, query.On))).Take(query.K);
        return new([.. best], fits.Count, outside);
    }

    private static Ranking All(WorkerProfile worker, IEnumerable<PostingProfile> postings, RankQuery query, SkillTable skills)
    {
        var rules = FitRules.Of(new() { On = query.On, Weights = query.Weights, NeedFirst = query.NeedFirst, Seekers = query.Seekers });
        var row = WorkerRow.Pack(worker, out var facts);
        var quiet = default(Quiet);
        var fits = new List<RankedFit>();
        foreach (var posting in postings)
        {
            var ask = PostingAsk.Of(posting, skills, RandomProfiles.Texts);
            var view = new WorkerView(in row, facts);
            if (!PairScorer.PassesGates(in view, ask, in rules, query.Excluded?.Contains(posting.Id) == true, ref quiet)) continue;
            if (!PairScorer.Score(in view, ask, in rules, ref quiet, out var score)) continue;
            var days = posting.PublishedOn is { } on ? Math.Max(0, query.On.DayNumber - on.DayNumber) : 0;
            fits.Add(new(posting.Id, score.SuitsPost, score.SuitsPerson, score.Score, score.Confidence, 0, days, score.Quota >= 0 ? ask.Quotas[score.Quota].Id : 0));
        }
        var best = fits.Where(fit => fit.Score >= query.MinScore).Order(Comparer<RankedFit>.Create((a, b) => RankOrder.Compare(a, b, query.On))).Take(query.K);
        return new([.. best], fits.Count, 0);
    }

    /// <summary>Most people are able, so that rankings are long and bounds are needed.</summary>
    private static WorkerProfile Clustered(RandomProfiles random, WorkerProfile worker) => random.Maybe(0.6)
        ? worker with { LabourCapacity = LabourCapacity.Ordinary, Hidden = false, Restrictions = 0, Impossible = 0, Willing = true, Mobility = random.Maybe(0.5) ? Mobility.Anywhere : worker.Mobility }
        : worker;

    private static SkillTable Skills(RandomProfiles random) => random.Maybe(0.3)
        ? SkillTable.Plain
        : new(
            Enumerable.Range(0, 12).Where(_ => random.Maybe(0.5)).ToDictionary(skill => skill, _ => random.Next(999) + 1),
            [.. Enumerable.Range(0, random.Next(40)).Select(_ => new SkillCloseness(random.Next(12), random.Next(200), random.Next(98) + 1))]);

    private static RankQuery Query(RandomProfiles random, int ids) => new()
    {
        On = A.Day,
        K = random.Maybe(0.3) ? 1 : random.Next(40) + 1,
        Scope = random.Maybe(0.4) ? SettlementSet.All : SettlementSet.Of(Enumerable.Range(0, 8).Where(_ => random.Maybe(0.6))),
        Weights = random.Maybe(0.3) ? null : random.Weights(),
        NeedFirst = random.Maybe(0.3),
        Excluded = random.Maybe(0.5) ? null : Enumerable.Range(0, 20).Select(_ => (long)random.Next(ids)).ToHashSet(),
        Seekers = random.One<Seekers>(),
        MinScore = random.Maybe(0.7) ? 0 : random.Next(60),
        Parallelism = random.Maybe(0.8) ? 1 : 3,
    };
}
