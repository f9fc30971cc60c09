namespace JobMatch.Matching.Tests.Pool;

public sealed class FitPoolTests
{
    private static readonly SkillTable Skills = new(
        new Dictionary<int, int> { [1] = 300, [2] = 50 }, [new(1, 2, 60), new(3, 1, 30), new(4, 5, 80)]);

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 3)]
    public void Best_workers_equal_a_sort_of_everybody(int seed, int parallelism)
    {
        var random = new RandomProfiles(seed);
        var workers = Enumerable.Range(1, 400).Select(id => random.Worker(id)).ToArray();
        var pool = new FitPool(new(), Skills, RandomProfiles.Texts);
        pool.Upsert(workers).ShouldBe(workers.Length);
        var (named, outside) = (0, 0);
        for (var i = 0; i < 30; i++)
        {
            var posting = random.Posting(i);
            pool.Upsert(posting).ShouldBeTrue();
            var query = Query(random, parallelism, 400);
            var fits = workers
                .Select(worker => (Worker: worker, Fit: Fit.Of(worker, posting, Context(query), query.Excluded!.Contains(worker.Id))))
                .Where(pair => pair.Fit.Eligible)
                .ToArray();
            var inScope = fits.Where(pair => query.Scope.Contains(pair.Worker.Home.Settlement)).ToArray();
            var ranking = pool.BestWorkers(posting.Id, query)!;
            ranking.Best.ShouldBe(Sorted(inScope.Select(pair => Ranked(pair.Fit, pair.Worker.Id, pair.Worker.WaitingSince)), query));
            ranking.EligibleInScope.ShouldBe(inScope.Length);
            ranking.EligibleOutside.ShouldBe(fits.Length - inScope.Length);
            (named, outside) = (named + ranking.Best.Count, outside + ranking.EligibleOutside);
        }
        named.ShouldBeGreaterThan(100);
        outside.ShouldBeGreaterThan(100);
    }

    [Fact]
    public void The_gates_that_fail_are_those_of_the_whole_explanation()
    {
        var random = new RandomProfiles(5);
        var postings = Enumerable.Range(1, 200).Select(id => random.Posting(id)).ToArray();
        var pool = new FitPool(new(), Skills, RandomProfiles.Texts);
        foreach (var posting in postings) pool.Upsert(posting);
        for (var i = 1; i <= 10; i++)
        {
            var (worker, query) = (random.Worker(i), Query(random, 1, 200));
            var failed = pool.FailedGates(worker, [.. postings.Select(p => p.Id), 9_999], query);
            failed.Count.ShouldBe(postings.Length, "what is not in the pool is left out");
            foreach (var posting in postings)
                failed[posting.Id].Select(gate => gate.Code).ShouldBe(Fit.Of(worker, posting, Context(query with { Weights = null }), query.Excluded!.Contains(posting.Id)).FailedGates.Select(gate => gate.Code));
        }
    }

    [Theory]
    [InlineData(3, 1)]
    [InlineData(4, 3)]
    public void Best_postings_equal_a_sort_of_all(int seed, int parallelism)
    {
        var random = new RandomProfiles(seed);
        var postings = Enumerable.Range(1, 400).Select(id => random.Posting(id)).ToArray();
        var pool = new FitPool(new(), Skills, RandomProfiles.Texts);
        foreach (var posting in postings) pool.Upsert(posting);
        var named = 0;
        for (var i = 1; i <= 40; i++)
        {
            var worker = random.Worker(i);
            pool.Upsert(worker);
            var query = Query(random, parallelism, 400);
            var fits = postings
                .Select(posting => (Posting: posting, Fit: Fit.Of(worker, posting, Context(query), query.Excluded!.Contains(posting.Id))))
                .Where(pair => pair.Fit.Eligible)
                .ToArray();
            var ranking = pool.BestPostings(worker.Id, query)!;
            var expected = fits.Select(pair => Ranked(pair.Fit, pair.Posting.Id, pair.Posting.PublishedOn) with { NeedTier = 0 });
            ranking.Best.ShouldBe(Sorted(expected, query));
            ranking.EligibleInScope.ShouldBe(fits.Length);
            ranking.EligibleOutside.ShouldBe(0);
            pool.BestPostings(worker, query).Best.ShouldBe(ranking.Best);
            named += ranking.Best.Count;
        }
        named.ShouldBeGreaterThan(100);
    }

    [Fact]
    public void A_place_of_a_posting_is_explained_by_the_way_to_that_place()
    {
        var pool = new FitPool(new(), Skills, RandomProfiles.Texts);
        pool.Upsert(A.Worker);
        var away = new Place(-1, 522_731_102, 522_731, 520_000);
        pool.Upsert(A.Posting with { Quotas = [new(1000, PlaceKind.Fixed, A.Home, 3), new(1001, PlaceKind.Fixed, away, 3), new(1002, PlaceKind.Fixed, away, 0)] });
        var query = new RankQuery { On = A.Day };
        var best = pool.Explain(A.Worker.Id, A.Posting.Id, query)!;
        var (near, far) = (At(1000)!, At(1001)!);
        (near.QuotaId, near.Score).ShouldBe((1000, best.Score));
        (far.QuotaId, far.Score).ShouldSatisfyAllConditions(f => f.QuotaId.ShouldBe(1001), f => f.Score.ShouldBeLessThan(best.Score));
        far.Reasons.ShouldContain(reason => reason.Code == ReasonCode.TravelSameCounty);
        far.Reasons.ShouldNotContain(reason => reason.Code == ReasonCode.TravelDistance);
        At(1002)!.Score.ShouldBe(far.Score, "it was filled since; what was told of it still holds");
        At(1003).ShouldBeNull();
        pool.ExplainAt(A.Worker.Id, 999, 1000, query).ShouldBeNull();

        Fit? At(long quota) => pool.ExplainAt(A.Worker.Id, A.Posting.Id, quota, query);
    }

    [Fact]
    public void Explain_says_what_the_ranking_counted()
    {
        var random = new RandomProfiles(6);
        var pool = new FitPool(new(), Skills, RandomProfiles.Texts);
        for (var id = 1; id <= 300; id++) pool.Upsert(random.Worker(id));
        pool.Upsert(A.Posting);
        var query = new RankQuery { On = A.Day, Scope = SettlementSet.All, K = 300 };
        var ranking = pool.BestWorkers(A.Posting.Id, query)!;
        ranking.Best.ShouldNotBeEmpty();
        foreach (var place in ranking.Best)
        {
            var fit = pool.Explain(place.Id, A.Posting.Id, query)!;
            (fit.Eligible, fit.Score, fit.Confidence, fit.QuotaId).ShouldBe((true, place.Score, place.Confidence, place.QuotaId));
        }
        var missed = Enumerable.Range(1, 300).Select(id => (long)id).Except(ranking.Best.Select(place => place.Id)).ToArray();
        missed.ShouldNotBeEmpty();
        missed.ShouldAllBe(id => !pool.Explain(id, A.Posting.Id, query, false)!.Eligible);
        pool.Explain(999, A.Posting.Id, query).ShouldBeNull();
        pool.Explain(1, 999, query).ShouldBeNull();
    }

    [Fact]
    public void Nobody_is_named_by_default_and_those_outside_are_counted()
    {
        var pool = new FitPool(new());
        pool.Upsert(A.Worker);
        var ranking = pool.BestWorkers(A.Posting, new() { On = A.Day });
        (ranking.Best.Count, ranking.EligibleInScope, ranking.EligibleOutside).ShouldBe((0, 0, 1));
    }

    // A chunk that knows that all its people pass is not read; the first who does not has to be noticed, behind the others, in place of one of them, and when she is the only one.
    [Theory]
    [InlineData(1)]
    [InlineData(500)]
    public void The_first_of_a_chunk_who_may_not_go_is_seen(int people)
    {
        var (child, hidden, unknown) = (A.Worker with { BirthDate = A.Day.AddYears(-15) }, A.Worker with { Hidden = true }, A.Worker with { BirthDate = null });
        foreach (var other in (WorkerProfile[])[child, hidden, unknown])
        {
            var pool = new FitPool(new());
            for (var id = 1; id <= people; id++) pool.Upsert(A.Worker with { Id = id });
            Eligible(pool).ShouldBe(people);
            pool.Upsert(other with { Id = people + 1 });
            Eligible(pool).ShouldBe(people);
            pool.Upsert(other with { Id = 1, Version = 2 });
            Eligible(pool).ShouldBe(people - 1);
            pool.Upsert(A.Worker with { Id = 1, Version = 3 });
            Eligible(pool).ShouldBe(people);
        }

        static int Eligible(FitPool pool) => pool.BestWorkers(A.Posting, new() { On = A.Day, Scope = SettlementSet.All }).EligibleInScope;
    }

    [Fact]
    public void An_older_change_never_wins()
    {
        var pool = new FitPool(new());
        var query = new RankQuery { On = A.Day, Scope = SettlementSet.All };
        pool.Upsert(A.Worker with { Version = 5, Hidden = true }).ShouldBeTrue();
        pool.Upsert(A.Worker with { Version = 4 }).ShouldBeFalse();
        pool.BestWorkers(A.Posting, query).Best.ShouldBeEmpty();
        pool.Upsert(A.Worker with { Version = 5 }).ShouldBeTrue();
        pool.BestWorkers(A.Posting, query).Best.Count.ShouldBe(1);
        pool.RemoveWorker(1, 4).ShouldBeFalse();
        pool.RemoveWorker(1, 6).ShouldBeTrue();
        pool.Upsert(A.Worker with { Version = 5 }).ShouldBeFalse();
        pool.WorkerCount.ShouldBe(0);
        pool.BestPostings(1, query).ShouldBeNull();
        pool.Upsert(A.Worker with { Version = 7 }).ShouldBeTrue();
        pool.WorkerCount.ShouldBe(1);
        pool.RemoveWorker(77, 9).ShouldBeTrue();
        pool.Upsert(A.Worker with { Id = 77, Version = 8 }).ShouldBeFalse();

        pool.Upsert(A.Posting with { Version = 3 }).ShouldBeTrue();
        pool.Upsert(A.Posting with { Version = 2 }).ShouldBeFalse();
        pool.RemovePosting(A.Posting.Id, 3).ShouldBeTrue();
        pool.Upsert(A.Posting with { Version = 2 }).ShouldBeFalse();
        pool.PostingCount.ShouldBe(0);
        pool.BestWorkers(A.Posting.Id, query).ShouldBeNull();
    }

    [Fact]
    public void A_profile_that_cannot_be_packed_does_not_lose_those_before_it()
    {
        var pool = new FitPool(new());
        pool.Upsert(A.Worker);
        var batch = new[] { A.Worker with { Version = 2, Hidden = true }, A.Worker with { Id = 2, Skills = [new(-1, 0, false)] } };
        Should.Throw<ArgumentOutOfRangeException>(() => pool.Upsert(batch));
        pool.Upsert(A.Posting);
        pool.Explain(1, A.Posting.Id, new() { On = A.Day })!.FailedGates.ShouldHaveSingleItem().Code.ShouldBe(GateCode.Hidden);
    }

    [Fact]
    public void Many_leave_and_the_rest_stays()
    {
        var pool = new FitPool(new());
        pool.Upsert(Enumerable.Range(1, 5_000).Select(id => A.Worker with { Id = id }));
        for (var id = 1; id <= 5_000; id++) if (id % 3 != 0) pool.RemoveWorker(id, 2).ShouldBeTrue();
        for (var id = 1; id <= 2_000; id++) pool.Upsert(A.Posting with { Id = id });
        for (var id = 1; id <= 2_000; id++) if (id % 3 != 0) pool.RemovePosting(id, 2).ShouldBeTrue();
        var query = new RankQuery { On = A.Day, Scope = SettlementSet.All, K = 10_000 };
        pool.WorkerCount.ShouldBe(1_666);
        pool.PostingCount.ShouldBe(666);
        pool.BestWorkers(A.Posting, query).Best.Select(fit => fit.Id).Order().ShouldBe(Enumerable.Range(1, 5_000).Where(id => id % 3 == 0).Select(id => (long)id));
        pool.BestPostings(3, query)!.Best.Select(fit => fit.Id).Order().ShouldBe(Enumerable.Range(1, 2_000).Where(id => id % 3 == 0).Select(id => (long)id));
        pool.Upsert(A.Worker with { Id = 4, Version = 3 }).ShouldBeTrue();
        pool.Explain(4, 3, query).ShouldNotBeNull();
    }

    [Fact]
    public void Other_skills_change_the_ranking_at_once()
    {
        var pool = new FitPool(new());
        pool.Upsert(A.Worker with { Skills = [new(A.Ironing, 5, true)] });
        pool.Upsert(A.Posting);
        var query = new RankQuery { On = A.Day, Scope = SettlementSet.All };
        var before = pool.BestWorkers(A.Posting.Id, query)!.Best.Single().SuitsPost;
        pool.UseSkills(new(new Dictionary<int, int>(), [new(A.Sewing, A.Ironing, 90)]));
        pool.BestWorkers(A.Posting.Id, query)!.Best.Single().SuitsPost.ShouldBeGreaterThan(before);
        pool.BestPostings(1, query)!.Best.Single().SuitsPost.ShouldBeGreaterThan(before);
    }

    [Fact]
    public void What_if_tells_what_would_open_and_what_would_no_longer_be_missing()
    {
        var pool = new FitPool(new());
        var electrician = A.Posting with { Id = 1, Certificates = [new(A.Electrician, CertificateTiming.NeededToApply)] };
        var canteen = A.Posting with { Id = 2, Certificates = [new(A.HealthCertificate, CertificateTiming.ObtainableBeforeStart)] };
        foreach (var posting in new[] { electrician, canteen, A.Posting with { Id = 3 }, A.Posting with { Id = 4, Open = false } }) pool.Upsert(posting);
        pool.Upsert(A.Worker);
        var query = new RankQuery { On = A.Day };
        var asElectrician = pool.WhatIf(A.Worker, A.Worker with { Certificates = [new(A.Electrician, null)] }, query);
        (asElectrician.EligibleNow, asElectrician.EligibleThen).ShouldBe((2, 3));
        asElectrician.Opened.Select(fit => fit.Id).ShouldBe([1]);
        asElectrician.Eased.ShouldBeEmpty();
        asElectrician.Closed.ShouldBeEmpty();
        var lost = pool.WhatIf(A.Worker with { Certificates = [new(A.Electrician, null)] }, A.Worker, query);
        (lost.EligibleNow, lost.EligibleThen).ShouldBe((3, 2));
        lost.Closed.ShouldBe([pool.BestPostings(A.Worker with { Certificates = [new(A.Electrician, null)] }, query).Best.Single(fit => fit.Id == 1)]);
        var healthy = pool.WhatIf(A.Worker, A.Worker with { Certificates = [new(A.HealthCertificate, null)] }, query);
        healthy.Opened.ShouldBeEmpty();
        healthy.Eased.Select(fit => fit.Id).ShouldBe([2]);
        (healthy.Raised.Count, asElectrician.Raised.Count).ShouldBe((0, 0));
        var seamstress = pool.WhatIf(A.Worker with { Skills = [] }, A.Worker, query);
        seamstress.Raised.Select(raised => raised.Then.Id).ShouldBe([2, 3], ignoreOrder: true);
        foreach (var raised in seamstress.Raised) raised.By.ShouldBe(raised.Then.Score - pool.Explain(WorkerImage.Of(A.Worker with { Skills = [] }), raised.Then.Id, query)!.Score);
        seamstress.Raised.ShouldAllBe(raised => raised.By > 0);
        pool.WhatIf(A.Worker, A.Worker with { Certificates = [new(A.Electrician, null)] }, query with { Excluded = new HashSet<long> { 1 } }).Opened.ShouldBeEmpty();
        pool.BestPostings(1, query)!.EligibleInScope.ShouldBe(2);
    }

    [Fact]
    public void A_query_out_of_bounds_is_refused()
    {
        var pool = new FitPool(new());
        Should.Throw<ArgumentOutOfRangeException>(() => pool.BestWorkers(A.Posting, new() { On = A.Day, K = 0 }));
        Should.Throw<ArgumentOutOfRangeException>(() => pool.BestPostings(A.Worker, new() { On = A.Day, Parallelism = 0 }));
    }

    private static RankQuery Query(RandomProfiles random, int parallelism, int ids) => new()
    {
        On = A.Day,
        K = random.Maybe(0.3) ? 1 : random.Next(60) + 1,
        Scope = random.Maybe(0.2) ? SettlementSet.All : SettlementSet.Of(Enumerable.Range(0, 8).Where(_ => random.Maybe(0.6))),
        Weights = random.Maybe(0.3) ? null : random.Weights(),
        NeedFirst = random.Maybe(0.4),
        Excluded = Enumerable.Range(0, 60).Select(_ => (long)random.Next(ids)).ToHashSet(),
        Seekers = random.One<Seekers>(),
        MinScore = random.Maybe(0.7) ? 0 : random.Next(60),
        Parallelism = parallelism,
    };

    private static FitContext Context(RankQuery query) => new()
    {
        On = query.On,
        Weights = query.Weights,
        Skills = Skills,
        Texts = RandomProfiles.Texts,
        NeedFirst = query.NeedFirst,
        Seekers = query.Seekers,
    };

    private static RankedFit Ranked(Fit fit, long id, DateOnly? since) => new(
        id, fit.SuitsPost, fit.SuitsPerson, fit.Score, fit.Confidence, fit.NeedTier, since is { } day ? A.Day.DayNumber - day.DayNumber : 0, fit.QuotaId);

    /// <summary>The order spelled out once more, in plain words.</summary>
    private static RankedFit[] Sorted(IEnumerable<RankedFit> fits, RankQuery query) =>
    [
        .. fits.Where(fit => fit.Score >= query.MinScore)
            .OrderBy(fit => fit.NeedTier)
            .ThenByDescending(fit => fit.Score)
            .ThenByDescending(fit => fit.Confidence)
            .ThenByDescending(fit => fit.DaysWaiting)
            .ThenBy(fit => RankOrder.Hash(fit.Id, query.On))
            .ThenBy(fit => fit.Id)
            .Take(query.K),
    ];
}
