namespace JobMatch.Matching.Tests;

/// <summary>What holds for every pair. Each property is a function of how a fit is made, so that <see cref="PlantedViolationTests"/> can show that it would fail.</summary>
public sealed class FitPropertyTests
{

    public static TheoryData<string> AskedFacts => [.. Gains.Keys];

    /// <summary>A fact that the posting asks for, gained; null when there is nothing to gain.</summary>
    private static readonly Dictionary<string, Func<WorkerProfile, PostingProfile, WorkerProfile?>> Gains = new()
    {
        ["skill claimed"] = (worker, posting) => posting.Skills.Count == 0 ? null
            : worker with { Skills = [.. worker.Skills, new(posting.Skills[0].Skill, 0, false)] },
        ["skill evidenced"] = (worker, posting) => posting.Skills.Count == 0 ? null
            : worker with { Skills = [.. worker.Skills, new(posting.Skills[0].Skill, posting.Skills[0].Level, true)] },
        ["evidence of a claimed skill"] = (worker, _) => worker.Skills.Count == 0 ? null
            : worker with { Skills = [.. worker.Skills.Select(skill => skill with { Evidenced = true })] },
        ["occupation"] = (worker, posting) => posting.Occupations.Count == 0 ? null
            : worker with { Occupations = [.. worker.Occupations, new(posting.Occupations[0], 2026, 40)] },
        ["old occupation"] = (worker, posting) => posting.Occupations.Count == 0 ? null
            : worker with { Occupations = [.. worker.Occupations, new(posting.Occupations[0], 0, 0)] },
        ["training"] = (worker, posting) => posting.Trainings.Count == 0 ? null
            : worker with { TrainingsDone = [.. worker.TrainingsDone, posting.Trainings[0]] },
        ["education"] = (worker, posting) => worker.Education >= posting.Education ? null : worker with { Education = posting.Education },
        ["mandarin"] = (worker, posting) => worker.Mandarin >= posting.Mandarin ? null : worker with { Mandarin = posting.Mandarin },
        ["certificate"] = (worker, posting) => posting.Certificates.Count == 0 ? null
            : worker with { Certificates = [.. worker.Certificates, new(posting.Certificates[0].Kind, null)] },
        ["group"] = (worker, posting) => posting.EligibleGroups == 0 ? null
            : worker with { GroupsChecked = true, Groups = [.. worker.Groups, new(posting.EligibleGroups, null)] },
        ["going anywhere, never asked before"] = (worker, _) => worker.Mobility != Mobility.Unknown ? null : worker with { Mobility = Mobility.Anywhere },
        ["wished kind"] = (worker, posting) => worker with { WishedKinds = worker.WishedKinds | posting.Kind.AsSet() },
        ["wished occupation"] = (worker, posting) => posting.Occupations.Count == 0 ? null
            : worker with { WishedOccupations = [.. worker.WishedOccupations, posting.Occupations[0]] },
        ["position of the home"] = (worker, _) => worker.Home.Position is not null || worker.Mobility == Mobility.Metres ? null
            : worker with { Home = worker.Home with { Position = Position.FromDegrees(26.1, 106.1) } },
    };

    [Theory]
    [MemberData(nameof(AskedFacts))]
    public void Gaining_a_fact_that_is_asked_for_never_ranks_lower(string gain)
    {
        var (tried, improved) = (0, 0);
        GainingNeverRanksLower(gain, FitOf, better =>
        {
            tried++;
            if (better) improved++;
        });
        tried.ShouldBeGreaterThan(50);
        improved.ShouldBeGreaterThan(0);
    }

    /// <param name="gain">One of <see cref="AskedFacts"/>.</param>
    /// <param name="fitOf">How a fit is made.</param>
    /// <param name="tried">Told of each pair that had something to gain, and whether it gained by it.</param>
    internal static void GainingNeverRanksLower(string gain, Func<WorkerProfile, PostingProfile, FitContext, Fit> fitOf, Action<bool>? tried = null) => Pair.Every(pair =>
    {
        // With musts, too: gaining may make someone eligible, never the reverse.
        if (Gains[gain](pair.Worker, pair.Posting) is not { } richer) return;
        var (before, after) = (fitOf(pair.Worker, pair.Posting, pair.Context), fitOf(richer, pair.Posting, pair.Context));
        if (before.Eligible) after.Eligible.ShouldBeTrue();
        after.SuitsPost.ShouldBeGreaterThanOrEqualTo(before.SuitsPost);
        after.SuitsPerson.ShouldBeGreaterThanOrEqualTo(before.SuitsPerson);
        after.Confidence.ShouldBeGreaterThanOrEqualTo(before.Confidence);
        RankOrder.Compare(Ranked(after), Ranked(before), A.Day).ShouldBeLessThanOrEqualTo(0);
        tried?.Invoke(after.Score > before.Score || (after.Eligible && !before.Eligible) || after.NeedTier < before.NeedTier);
    });

    [Fact]
    public void Unknown_never_beats_known_good()
    {
        Func<WorkerProfile, WorkerProfile>[] forget =
        [
            worker => worker with { Skills = [] },
            worker => worker with { Occupations = [] },
            worker => worker with { TrainingsDone = [] },
            worker => worker with { Education = Education.Unknown },
            worker => worker with { Mandarin = Mandarin.Unknown },
            worker => worker with { WageFloorFen = 0, LastWageFen = 0 },
            worker => worker with { WishedShifts = Shifts.None },
            worker => worker with { WishedKinds = PostingKinds.None },
            worker => worker with { WishedOccupations = [] },
            worker => worker with { WishedPlaces = [] },
        ];
        var fits = new Fit[1 << forget.Length];
        for (var mask = 0; mask < fits.Length; mask++)
        {
            var worker = A.Worker;
            for (var i = 0; i < forget.Length; i++) if ((mask & (1 << i)) != 0) worker = forget[i](worker);
            fits[mask] = A.Fit(worker);
        }
        fits[0].Score.ShouldBe(100);
        fits[0].Confidence.ShouldBe(100);
        for (var i = 0; i < forget.Length; i++) fits[1 << i].Score.ShouldBeLessThan(100);
        for (var mask = 0; mask < fits.Length; mask++)
        {
            for (var i = 0; i < forget.Length; i++)
            {
                if ((mask & (1 << i)) != 0) continue;
                var (known, unknown) = (fits[mask], fits[mask | (1 << i)]);
                unknown.Score.ShouldBeLessThanOrEqualTo(known.Score);
                unknown.Confidence.ShouldBeLessThan(known.Confidence);
            }
        }
    }

    [Fact]
    public void Points_add_up_to_each_side_and_numbers_stay_within_bounds() => PointsAddUp(FitOf);

    internal static void PointsAddUp(Func<WorkerProfile, PostingProfile, FitContext, Fit> fitOf) => Pair.Every(pair =>
    {
        var fit = fitOf(pair.Worker, pair.Posting, pair.Context);
        fit.Reasons.Where(reason => reason.Side == Side.SuitsPost).Sum(reason => reason.Points).ShouldBe(fit.SuitsPost);
        fit.Reasons.Where(reason => reason.Side == Side.SuitsPerson).Sum(reason => reason.Points).ShouldBe(fit.SuitsPerson);
        fit.Reasons.All(reason => reason.Points >= 0).ShouldBeTrue();
        int[] numbers = [fit.SuitsPost, fit.SuitsPerson, fit.Score, fit.Confidence];
        numbers.All(number => number is >= 0 and <= 100).ShouldBeTrue();
    });

    public static TheoryData<string> EasierGates => [.. Easier.Keys];

    /// <summary>A stronger, freer, better proved person, or a posting that asks less.</summary>
    private static readonly Dictionary<string, Func<Pair, Pair>> Easier = new()
    {
        ["more strength"] = pair => pair.Worker.LabourCapacity is LabourCapacity.Skilled ? pair : pair with { Worker = pair.Worker with { LabourCapacity = pair.Worker.LabourCapacity + 1 } },
        ["no restriction"] = pair => pair with { Worker = pair.Worker with { Restrictions = 0 } },
        ["nothing impossible"] = pair => pair with { Worker = pair.Worker with { Impossible = 0 } },
        ["goes anywhere"] = pair => pair with { Worker = pair.Worker with { Mobility = Mobility.Anywhere } },
        ["goes farther"] = pair => pair.Worker.Mobility != Mobility.Metres ? pair : pair with { Worker = pair.Worker with { MobilityMetres = pair.Worker.MobilityMetres * 2 } },
        ["every certificate"] = pair => pair with { Worker = pair.Worker with { Certificates = [.. pair.Posting.Certificates.Select(asked => new CertificateHeld(asked.Kind, null))] } },
        ["lighter work"] = pair => pair.Posting.Strain is Strain.Unknown or Strain.Light ? pair : pair with { Posting = pair.Posting with { Strain = pair.Posting.Strain - 1 } },
        ["no hazard"] = pair => pair with { Posting = pair.Posting with { Hazardous = false } },
        ["no duties"] = pair => pair with { Posting = pair.Posting with { Duties = 0 } },
        ["no certificate asked for"] = pair => pair with { Posting = pair.Posting with { Certificates = [] } },
        ["no legal age"] = pair => pair with { Posting = pair.Posting with { LegalAge = null } },
        ["open to every group"] = pair => pair with { Posting = pair.Posting with { GroupRule = GroupRule.None } },
        ["one post a household no more"] = pair => pair with { Posting = pair.Posting with { OnePerHousehold = false } },
        // Without any vacancy the reach is not looked at.
        ["another quota at home"] = pair => !pair.Posting.Quotas.Any(quota => quota.Vacancies > 0) ? pair : pair with { Posting = pair.Posting with { Quotas = [.. pair.Posting.Quotas, new QuotaProfile(9_999, PlaceKind.Fixed, pair.Worker.Home, 2)] } },
    };

    [Theory]
    [MemberData(nameof(EasierGates))]
    public void Gates_are_monotone(string easier)
    {
        var opened = 0;
        GatesNeverClose(easier, FitOf, () => opened++);
        opened.ShouldBeGreaterThan(0, "the pairs have to try it");
    }

    /// <param name="easier">One of <see cref="EasierGates"/>.</param>
    /// <param name="fitOf">How a fit is made.</param>
    /// <param name="opened">Told of each pair that a gate opened for.</param>
    internal static void GatesNeverClose(string easier, Func<WorkerProfile, PostingProfile, FitContext, Fit> fitOf, Action? opened = null) => Pair.Every(
        pair =>
        {
            // Musts are no gates of eligibility: they are looked at by what is gained.
            var (at, than) = (pair with { Weights = null }, Easier[easier](pair) with { Weights = null });
            var (before, after) = (fitOf(at.Worker, at.Posting, at.Context).FailedGates, fitOf(than.Worker, than.Posting, than.Context).FailedGates);
            // Counted, not by code: with nothing recorded or no vacancy at all one gate may speak in place of another.
            after.Count.ShouldBeLessThanOrEqualTo(before.Count, string.Join(", ", after.Select(gate => gate.Code)));
            if (after.Count < before.Count) opened?.Invoke();
        },
        2_500);

    [Theory]
    [InlineData(Audience.Resident)]
    [InlineData(Audience.Station)]
    [InlineData(Audience.Employer)]
    [InlineData(Audience.Supervisor)]
    public void Nothing_leaks_to_an_audience_that_is_not_declared(Audience audience)
    {
        var shown = 0;
        NothingLeaks(audience, (fit, to) => fit.For(to), count => shown += count);
        shown.ShouldBeGreaterThan(600);
    }

    internal static void NothingLeaks(Audience audience, Func<Fit, Audience, Fit> shownTo, Action<int>? shown = null) => Pair.Every(pair =>
    {
        var whole = FitOf(pair.Worker, pair.Posting, pair.Context);
        var fit = shownTo(whole, audience);
        fit.Reasons.Where(reason => !ReasonAudience.Of(reason.Code).HasFlag(audience)).ShouldBeEmpty();
        fit.Gaps.Where(gap => !ReasonAudience.Of(gap.Code).HasFlag(audience)).ShouldBeEmpty();
        fit.FailedGates.Where(gate => !ReasonAudience.Of(gate.Code).HasFlag(audience)).ShouldBeEmpty();
        fit.Eligible.ShouldBe(whole.Eligible);
        if (audience is Audience.Employer or Audience.Resident) fit.NeedTier.ShouldBe(0);
        shown?.Invoke(fit.Reasons.Count);
    });

    [Fact]
    public void Score_is_the_harmonic_mean_so_that_neither_side_buys_the_other()
    {
        for (var a = 0; a <= 100; a++)
        {
            for (var b = 0; b <= 100; b++)
            {
                var exact = a + b == 0 ? 0 : 2.0 * a * b / (a + b);
                Math.Abs(PairScorer.Harmonic(a, b) - exact).ShouldBeLessThanOrEqualTo(0.5);
                PairScorer.Harmonic(a, b).ShouldBeLessThanOrEqualTo((a + b + 1) / 2);
            }
        }
    }

    [Fact]
    public void An_ignored_criterion_says_nothing_and_its_weight_leaves_the_mean() => Pair.Every(
        pair =>
        {
            foreach (var criterion in Enum.GetValues<Criterion>())
            {
                var weights = new FitOptions().ToWeights();
                var ignored = A.Fit(pair.Worker, pair.Posting, A.Context with { Weights = weights.With(criterion, Importance.Ignore) });
                var zero = A.Fit(pair.Worker, pair.Posting, A.Context with { Weights = weights.With(criterion, 0) });
                ignored.Reasons.Any(reason => reason.Criterion == criterion).ShouldBeFalse();
                (ignored.SuitsPost, ignored.SuitsPerson, ignored.Score).ShouldBe((zero.SuitsPost, zero.SuitsPerson, zero.Score));
            }
        },
        200);

    [Fact]
    public void Reasons_show_the_applied_weights()
    {
        var weights = new FitOptions().ToWeights().With(Criterion.Wage, 77).With(Criterion.Travel, Importance.Must);
        var fit = A.Fit(context: A.Context with { Weights = weights });
        fit.Reasons.First(reason => reason.Criterion == Criterion.Wage).Weight.ShouldBe(77);
        fit.Reasons.First(reason => reason.Criterion == Criterion.Travel).Importance.ShouldBe(Importance.Must);
    }

    [Fact]
    public void Same_data_and_day_give_the_same_fit_whatever_the_order_of_the_lists() => Pair.Every(pair =>
    {
        var shuffled = pair.Worker with
        {
            Skills = [.. pair.Worker.Skills.Reverse()],
            Occupations = [.. pair.Worker.Occupations.Reverse()],
            WishedPlaces = [.. pair.Worker.WishedPlaces.Reverse()],
            Groups = [.. pair.Worker.Groups.Reverse()],
        };
        var (one, other) = (A.Fit(pair.Worker, pair.Posting), A.Fit(shuffled, pair.Posting));
        one.Reasons.Select(Text).ShouldBe(other.Reasons.Select(Text));
        (one.Score, one.Confidence, one.NeedTier, one.Eligible).ShouldBe((other.Score, other.Confidence, other.NeedTier, other.Eligible));
    });

    internal static Fit FitOf(WorkerProfile worker, PostingProfile posting, FitContext context) => Fit.Of(worker, posting, context);

    private static string Text(Reason reason) => $"{reason.Code} {reason.Points} {string.Join(',', reason.Values)}";

    private static RankedFit Ranked(Fit fit) =>
        new(fit.WorkerId, fit.SuitsPost, fit.SuitsPerson, fit.Score, fit.Confidence, fit.NeedTier, 0, 0);
}
