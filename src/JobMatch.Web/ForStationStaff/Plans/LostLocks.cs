using JobMatch.Fairs;
using JobMatch.Households;
using JobMatch.Postings;

namespace JobMatch.Web.ForStationStaff.Plans;

/// <summary>Where a clerk had kept somebody who could not stay, and why she does not go there by today's records.</summary>
/// <param name="Person">Who; as far as the clerk may see her.</param>
/// <param name="Posting">With its quotas.</param>
/// <param name="Why">Null: not worked out.</param>
public sealed record LostPlace(Person Person, Posting Posting, NotThere? Why = null);

/// <summary>Says of each lost lock why it could not stay, a posting at a time.</summary>
public sealed class LostLocks(WhyNotThere why, PeopleFinder finder)
{
    /// <summary>Each posting costs a look at its people's pairs with the whole plan; beyond these each lock is still asked about by itself.</summary>
    private const int MostPostings = 8;

    public async Task<IReadOnlyList<LostPlace>> ReadAsync(PlacementPlan plan, IReadOnlyList<LostPlace> lost, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(lost);
        if (lost.Count == 0) return lost;
        var found = (await finder.OfAsync([.. lost.Select(one => one.Person.Id)], cancel)).ToDictionary(one => one.Person.Id);
        var told = new Dictionary<(long Person, long Posting), NotThere>();
        foreach (var there in lost.Where(one => found.ContainsKey(one.Person.Id)).GroupBy(one => one.Posting.Id).Take(MostPostings))
            foreach (var one in await why.OfAsync(plan, [.. there.Select(kept => found[kept.Person.Id])], there.Key, cancel))
                told[(one.Who.Person.Id, there.Key)] = one with { Posting = there.First().Posting };
        return [.. lost.Select(one => one with { Why = told.GetValueOrDefault((one.Person.Id, one.Posting.Id)) })];
    }
}
