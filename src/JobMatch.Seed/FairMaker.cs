using JobMatch.Postings;

namespace JobMatch.Seed;

/// <summary>Fairs at the two stations that have a demo account: one ahead, named after the season, one at a workshop's opening, one that is over.</summary>
internal static class FairMaker
{
    private const int DaysBefore = 9;

    public static IReadOnlyList<FairPlan> Make(IReadOnlyList<FairFact> facts, IReadOnlyList<SettlementFact> settlements, IReadOnlyList<StationFact> stations, IReadOnlyList<PostingPlan> postings, DateOnly today)
    {
        List<FairPlan> fairs = [];
        foreach (var fact in facts)
        {
            var on = today.AddDays(fact.InDays);
            if (fact.Months?.Contains(on.Month) == false) continue;
            var station = stations[DemoAccounts.StationOf(fact.Station, stations.Count)];
            var invited = Enumerable.Range(0, settlements.Count).Where(i => station.Serves.Contains(settlements[i].Name)).ToList();
            var made = on.AddDays(-DaysBefore) < today ? on.AddDays(-DaysBefore) : today.AddDays(-1);
            fairs.Add(new FairPlan(invited[0], fact.Name, on, settlements[invited[0]].Name + fact.Place, Coming(postings, invited, settlements, fact.Postings, on, today), invited, fact.Wanted, made));
        }

        return fairs;
    }

    /// <summary>Those at the place or in its township first, the newest of them, then one of each kind in turn, so that near and far come.</summary>
    private static List<int> Coming(IReadOnlyList<PostingPlan> postings, List<int> invited, IReadOnlyList<SettlementFact> settlements, int most, DateOnly on, DateOnly today)
    {
        var townships = invited.Select(i => settlements[i].Township).ToHashSet();
        var able = postings.Where(p => p.CreatedOn < on && (p.State == PostingState.Published || (on < today && p.State is PostingState.Paused or PostingState.Closed))).ToList();
        var near = able.Where(p => p.Quotas.Any(q => q.Settlement is { } at ? invited.Contains(at) : q.Region is { } region && townships.Contains(region))).OrderByDescending(p => p.CreatedOn).ThenBy(p => p.Index).Take(most / 2).ToList();
        var rest = able.Except(near).GroupBy(p => p.Pattern.Kind).OrderBy(g => g.Key).SelectMany(g => g.Select((posting, turn) => (posting, turn))).OrderBy(p => p.turn).Select(p => p.posting);
        return [.. near.Concat(rest).Take(most).Select(p => p.Index).Order()];
    }
}
