using JobMatch.Matching;
using static JobMatch.Search.Elasticsearch.FitTagQuery;

namespace JobMatch.Search.Elasticsearch;

/// <summary>
/// The criteria of a posting as a score of workers. Marks are percent, as the criteria count them; what a criterion needs several facts for is left
/// at its prior.
/// </summary>
internal static class FirstCutScores
{
    /// <summary>Percent of the side of the post: a sum over criteria, each the best of its choices.</summary>
    public static List<Query> SideOfPost(PostingAsk ask, FitRules rules)
    {
        var side = new List<Query>();
        var weight = (double)Of(Side.SuitsPost).Where(ask.Asks).Sum(c => rules.Weights[c]);
        if (weight == 0) return [Query.Worth(Query.Everything, 100)];
        Best(Criterion.OccupationHistory, 1, ask.Occupations.SelectMany(asked => Worked(asked)));
        foreach (var item in ask.Skills.Items)
            Best(Criterion.SkillCover, (double)item.Weight / ask.Skills.TotalWeight, Skilled(ask, item, rules));
        if (ask.Trainings.Length > 0) Best(Criterion.TrainingDone, 1, [(100, Has(ask.Trainings.Select(t => FitTags.Number("training", t))))]);
        if (ask.Asks(Criterion.Education)) Best(Criterion.Education, 1, Levels("education", (int)ask.Profile.Education, (int)Enum.GetValues<Education>().Max(), 50));
        if (ask.Asks(Criterion.Mandarin)) Best(Criterion.Mandarin, 1, Levels("mandarin", (int)ask.Profile.Mandarin, (int)Enum.GetValues<Mandarin>().Max(), 40));
        return side;

        void Best(Criterion criterion, double part, IEnumerable<(double Percent, Query Query)> choices)
        {
            var share = rules.Weights[criterion] / weight * part;
            if (share == 0) return;
            var prior = rules.PriorOf(criterion) / 100.0;
            var better = choices.Where(c => c.Percent > 0 && (c.Percent > prior || criterion is Criterion.Education or Criterion.Mandarin)).Select(c => Query.Worth(c.Query, share * c.Percent));
            var least = criterion is Criterion.Education or Criterion.Mandarin
                ? Query.Worth(Has(FitTags.Number(criterion == Criterion.Education ? "education" : "mandarin", 0)), share * prior)
                : Query.Worth(Query.Everything, share * prior);
            side.Add(new Query { DisMax = new DisMaxQuery([least, .. better]) });
        }
    }

    /// <summary>The widest class of an occupation whose work is alike.</summary>
    private static int Branch(int code) => OccupationCode.IsAlike(OccupationCode.MiddleClass(code)) ? OccupationCode.MiddleClass(code) : OccupationCode.MinorClass(code);

    private static IEnumerable<(double Percent, Query Query)> Worked(int asked)
    {
        int[] left = [100, 95, 85, 80, 72, 70, 66, 59, 55, 52, 46];
        foreach (var (level, code, closeness) in new[] { ("same", asked, 100), ("minor", OccupationCode.MinorClass(asked), 70), ("middle", OccupationCode.MiddleClass(asked), 40) }.Where(near => near.Item3 != 40 || OccupationCode.IsAlike(near.Item2)))
            foreach (var percent in left)
                yield return (closeness * percent / 100.0, Has(FitTags.Occupation(level, code, percent)));
    }

    private static IEnumerable<(double Percent, Query Query)> Skilled(PostingAsk ask, SkillAsk.Asked item, FitRules rules)
    {
        foreach (var (held, percent) in ask.Skills.CoveringOf(item))
            for (var level = 0; level <= 9; level++)
                foreach (var evidenced in new[] { true, false })
                {
                    var missing = Math.Max(0, item.Level - Math.Max(1, level));
                    yield return (percent * Math.Max(25, 100 - (25 * missing)) * (evidenced ? 100 : rules.ClaimedPercent) / 10_000.0, Has(FitTags.Skill(held, level, evidenced)));
                }
    }

    private static IEnumerable<(double Percent, Query Query)> Levels(string kind, int asked, int most, int oneShort)
    {
        yield return (100, Has(Enumerable.Range(asked, most - asked + 1).Select(level => FitTags.Number(kind, level))));
        if (asked > 1) yield return (oneShort, Has(FitTags.Number(kind, asked - 1)));
    }

    /// <summary>Percent of the side of the person: functions that add up.</summary>
    public static List<ScoreFunction> SideOfPerson(PostingAsk ask, FitRules rules)
    {
        var functions = new List<ScoreFunction>();
        var weight = (double)Of(Side.SuitsPerson).Where(ask.Asks).Sum(c => rules.Weights[c]);
        if (weight == 0) return [new ScoreFunction { Weight = 1 }];
        double Share(Criterion c) => rules.Weights[c] / weight;
        double Prior(Criterion c) => rules.PriorOf(c) / 100.0;
        Add(0.001);
        Travel(ask, rules, (percent, filter) => Add(Share(Criterion.Travel) * percent, filter), Prior(Criterion.Travel));
        Wage(ask, (percent, filter, decay) => Add(Share(Criterion.Wage) * percent, filter, decay), Prior(Criterion.Wage));
        ShiftAndHours(ask, (percent, filter) => Add(Share(Criterion.ShiftAndHours) / 2 * percent, filter), Prior(Criterion.ShiftAndHours));
        Wish(Criterion.WishedKind, "kinds", [(100, Has(FitTags.Number("kind", (long)ask.Kind)))]);
        if (ask.Occupations.Length == 0) Add(Share(Criterion.WishedOccupation) * Prior(Criterion.WishedOccupation));
        else
            // Each level holds the nearer ones: what it adds is the step.
            Wish(Criterion.WishedOccupation, "wishes",
            [
                (40, Has(ask.Occupations.Select(o => FitTags.Number("wish", Branch(o))))), (30, Has(ask.Occupations.Select(o => FitTags.Number("wish", OccupationCode.MinorClass(o))))),
                (30, Has(ask.Occupations.Select(o => FitTags.Number("wish", o)))),
            ]);
        if (ask.Quotas.Any(q => q.Kind == PlaceKind.AtHome)) Wish(Criterion.WishedPlace, "places", [(100, Has("places"))]);
        else
            Wish(Criterion.WishedPlace, "places", [(100, Has(ask.Quotas.SelectMany(q => new[] { q.Township, q.County, q.Prefecture, q.Province }).Where(code => code > 0).Select(code => FitTags.Number("place", code))))]);
        return functions;

        void Wish(Criterion criterion, string any, IEnumerable<(double Percent, Query Filter)> steps)
        {
            Add(Share(criterion) * Prior(criterion), Not(Has(any)));
            foreach (var (percent, filter) in steps) Add(Share(criterion) * percent, filter);
        }

        void Add(double worth, Query? filter = null, IReadOnlyDictionary<string, Decay>? decay = null)
        {
            if (worth > 0) functions.Add(new ScoreFunction { Filter = filter, Weight = worth, Linear = decay });
        }
    }

    private static void Travel(PostingAsk ask, FitRules rules, Action<double, Query?> add, double prior)
    {
        if (ask.Quotas.Any(q => q.Kind == PlaceKind.AtHome))
        {
            add(100, null);
            return;
        }

        // Steps upwards; each holds the ones above it.
        var steps = new SortedDictionary<double, List<Query>>();
        foreach (var quota in ask.Quotas.Where(q => q.Kind != PlaceKind.Unknown))
        {
            At(50, Has(Mobilities(Mobility.Anywhere)));
            if (quota.Province > 0) At(55, Within("province", quota.Province, Mobility.Province, Mobility.Anywhere));
            if (quota.County > 0) At(65, Within("county", quota.County, Mobility.County, Mobility.Province, Mobility.Anywhere));
            if (quota.Township > 0) At(85, Has(FitTags.Number("township", quota.Township)));
            if (quota.Kind != PlaceKind.Fixed) continue;
            if (quota.Settlement >= 0) At(100, Has(FitTags.Number("settlement", quota.Settlement)));
            if (!quota.HasPosition) continue;
            const int bands = 8;
            for (var band = 0; band <= bands; band++)
                At(100 - (40.0 * band / bands), Query.Near("home", quota.LatitudeE6 / 1e6, quota.LongitudeE6 / 1e6, rules.NearMetres + ((rules.FarMetres - rules.NearMetres) * band / bands)));
        }

        add(prior, null);
        var before = prior;
        foreach (var percent in steps.Keys)
        {
            if (percent > before) add(percent - before, Query.Any([.. steps.Where(s => s.Key >= percent).SelectMany(s => s.Value)]));
            before = Math.Max(before, percent);
        }

        void At(double percent, Query query)
        {
            if (!steps.TryGetValue(percent, out var queries)) steps[percent] = queries = [];
            queries.Add(query);
        }
    }

    /// <summary>
    /// Two percent off for each percent short is linear in 1 / wish: the index keeps that, and a linear decay on it is exact.
    /// </summary>
    private static void Wage(PostingAsk ask, Action<double, Query?, IReadOnlyDictionary<string, Decay>?> add, double prior)
    {
        if (ask.PayHigh == 0)
        {
            add(prior, null, null);
            return;
        }

        var hours = (double)PostingAsk.FullMonthHours / ask.HoursForPay;
        var (low, high, middle) = (ask.PayLow * hours, ask.PayHigh * hours, (ask.PayLow + ask.PayHigh) / 2.0 * hours);
        var (floor, last) = (Query.From("floor", 1), Query.From("last", 1));
        add(prior, Query.All([Not(floor), Not(last)]), null);
        foreach (var (filter, ofFloor, ofLast) in new[] { (Query.All([floor, last]), 2 / 3.0, 1 / 3.0), (Query.All([floor, Not(last)]), 1.0, 0.0), (Query.All([Not(floor), last]), 0.0, 1.0) })
        {
            if (ofFloor > 0)
            {
                add(15 * ofFloor, Query.All([filter, Query.In("floor", 1, (long)low + 1)]), null);
                add(85 * ofFloor, filter, Falls("floor_inverse", full: 0.925 / high, none: 0.5 / high));
            }

            if (ofLast > 0) add(100 * ofLast, filter, Falls("last_inverse", full: 1 / middle, none: 0.5 / middle));
        }
    }

    private static Dictionary<string, Decay> Falls(string field, double full, double none)
    {
        const double far = 1;
        return new() { [field] = new Decay(far, Offset: far - full, Scale: (full - none) / 2, Falling: 0.5) };
    }

    private static void ShiftAndHours(PostingAsk ask, Action<double, Query?> add, double prior)
    {
        var shift = ask.Profile.Shift;
        if (shift == Shift.Flexible) add(100, null);
        else if (shift == Shift.Unknown) add(prior, null);
        else
        {
            var wished = Has(FitTags.Number("shift", 1L << ((int)shift - 1)));
            add(prior, Not(Has("shifts")));
            add(100, wished);
            add(20, Query.All([Has("shifts"), Not(wished)]));
        }

        add(Hours(ask, prior), Not(Has("care")));
        add(CareHours(ask, prior), Has("care"));
    }

    private static double Hours(PostingAsk ask, double prior) => ask.Profile.HoursPerMonth switch
    {
        <= 0 => ask.Duties.HasFlag(Duty.LongHours) ? 50 : prior,
        <= 176 => 100,
        <= 210 => 80,
        <= 260 => 50,
        _ => 30,
    };

    private static double CareHours(PostingAsk ask, double prior)
    {
        var profile = ask.Profile;
        if (profile.CareFriendlyHours || profile.Shift == Shift.Flexible || profile.Kind == PostingKind.HomeWork) return 100;
        if ((ask.Duties & (Duty.CareHours | Duty.Nights | Duty.LongHours)) != 0 || profile.HoursPerMonth > 176) return 20;
        return profile.Shift == Shift.Day && profile.HoursPerMonth > 0 ? 60 : prior;
    }

    private static IEnumerable<Criterion> Of(Side side) => Enum.GetValues<Criterion>().Where(c => CriterionList.SideOf(c) == side);
}
