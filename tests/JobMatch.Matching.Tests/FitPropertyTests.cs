namespace JobMatch.Matching.Tests;

/// <summary>What holds for every pair: thousands of random ones, from fixed seeds.</summary>
public sealed class FitPropertyTests
{
    private const int Pairs = 800;

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
        var random = new RandomProfiles(gain.Length);
        var (tried, improved) = (0, 0);
        for (var i = 0; i < Pairs; i++)
        {
            var (worker, posting) = (random.Worker(i), random.Posting(i));
            // With musts, too: gaining may make someone eligible, never the reverse.
            var context = A.Context with { Weights = random.Weights(), NeedFirst = random.Maybe(0.5) };
            if (Gains[gain](worker, posting) is not { } richer) continue;
            var (before, after) = (A.Fit(worker, posting, context), A.Fit(richer, posting, context));
            tried++;
            var what = $"{gain}, pair {i}";
            if (before.Eligible) after.Eligible.ShouldBeTrue(what);
            after.SuitsPost.ShouldBeGreaterThanOrEqualTo(before.SuitsPost, what);
            after.SuitsPerson.ShouldBeGreaterThanOrEqualTo(before.SuitsPerson, what);
            after.Confidence.ShouldBeGreaterThanOrEqualTo(before.Confidence, what);
            RankOrder.Compare(Ranked(after), Ranked(before), A.Day).ShouldBeLessThanOrEqualTo(0, what);
            if (after.Score > before.Score || (after.Eligible && !before.Eligible) || after.NeedTier < before.NeedTier) improved++;
        }
        tried.ShouldBeGreaterThan(50);
        improved.ShouldBeGreaterThan(0);
    }

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
    public void Points_add_up_to_each_side_and_numbers_stay_within_bounds()
    {
        var random = new RandomProfiles(2);
        for (var i = 0; i < Pairs; i++)
        {
            var fit = A.Fit(random.Worker(i), random.Posting(i), A.Context with { Weights = random.Weights() });
            fit.Reasons.Where(reason => reason.Side == Side.SuitsPost).Sum(reason => reason.Points).ShouldBe(fit.SuitsPost);
            fit.Reasons.Where(reason => reason.Side == Side.SuitsPerson).Sum(reason => reason.Points).ShouldBe(fit.SuitsPerson);
            fit.Reasons.All(reason => reason.Points >= 0).ShouldBeTrue();
            int[] numbers = [fit.SuitsPost, fit.SuitsPerson, fit.Score, fit.Confidence];
            numbers.All(number => number is >= 0 and <= 100).ShouldBeTrue();
        }
    }

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
    public void An_ignored_criterion_says_nothing_and_its_weight_leaves_the_mean()
    {
        var random = new RandomProfiles(3);
        for (var i = 0; i < 200; i++)
        {
            var (worker, posting) = (random.Worker(i), random.Posting(i));
            foreach (var criterion in Enum.GetValues<Criterion>())
            {
                var weights = new FitOptions().ToWeights();
                var ignored = A.Fit(worker, posting, A.Context with { Weights = weights.With(criterion, Importance.Ignore) });
                var zero = A.Fit(worker, posting, A.Context with { Weights = weights.With(criterion, 0) });
                ignored.Reasons.Any(reason => reason.Criterion == criterion).ShouldBeFalse();
                (ignored.SuitsPost, ignored.SuitsPerson, ignored.Score).ShouldBe((zero.SuitsPost, zero.SuitsPerson, zero.Score));
            }
        }
    }

    [Fact]
    public void Reasons_show_the_applied_weights()
    {
        var weights = new FitOptions().ToWeights().With(Criterion.Wage, 77).With(Criterion.Travel, Importance.Must);
        var fit = A.Fit(context: A.Context with { Weights = weights });
        fit.Reasons.First(reason => reason.Criterion == Criterion.Wage).Weight.ShouldBe(77);
        fit.Reasons.First(reason => reason.Criterion == Criterion.Travel).Importance.ShouldBe(Importance.Must);
    }

    [Fact]
    public void Same_data_and_day_give_the_same_fit_whatever_the_order_of_the_lists()
    {
        var random = new RandomProfiles(4);
        for (var i = 0; i < Pairs; i++)
        {
            var (worker, posting) = (random.Worker(i), random.Posting(i));
            var shuffled = worker with
            {
                Skills = [.. worker.Skills.Reverse()],
                Occupations = [.. worker.Occupations.Reverse()],
                WishedPlaces = [.. worker.WishedPlaces.Reverse()],
                Groups = [.. worker.Groups.Reverse()],
            };
            var (one, other) = (A.Fit(worker, posting), A.Fit(shuffled, posting));
            one.Reasons.Select(Text).ShouldBe(other.Reasons.Select(Text));
            (one.Score, one.Confidence, one.NeedTier, one.Eligible).ShouldBe((other.Score, other.Confidence, other.NeedTier, other.Eligible));
        }
    }

    private static string Text(Reason reason) => $"{reason.Code} {reason.Points} {string.Join(',', reason.Values)}";

    private static RankedFit Ranked(Fit fit) =>
        new(fit.WorkerId, fit.SuitsPost, fit.SuitsPerson, fit.Score, fit.Confidence, fit.NeedTier, 0, 0);
}
