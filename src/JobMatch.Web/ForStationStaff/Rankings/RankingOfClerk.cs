using JobMatch.Fits;
using Microsoft.AspNetCore.WebUtilities;

namespace JobMatch.Web.ForStationStaff.Rankings;

/// <summary>How a request wants its ranking, or the address that shows it.</summary>
public sealed record RankingFound(RankingAsked Asked, string? GoTo);

/// <summary>
/// How a clerk wants the ranking of one posting or one person. What the address says wins; where it says nothing, what she keeps for that search holds. Only what she chooses on the page is kept, with
/// her account (<see cref="RankingController"/>): an address that a colleague gave her, or one that she goes back to, is looked at and changes nothing.
/// </summary>
public sealed class RankingOfClerk(KeepRanking kept)
{
    /// <summary><c>usuallyNeedFirst</c>: whether the page opens with need first.</summary>
    public async Task<RankingFound> ReadAsync(HttpRequest request, long account, RankedSearch search, bool usuallyNeedFirst, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(request);
        var asked = RankingAsked.Read(request.Query, usuallyNeedFirst);
        var mine = await MineAsync(account, search, usuallyNeedFirst, cancel);
        if (RankingAsked.IsSaid(request.Query)) return new RankingFound(asked with { IsNotMine = mine is not null && mine.Query != asked.Query }, null);
        return mine is null ? new RankingFound(asked, null) : new RankingFound(mine, $"{request.Path}?{mine.QueryWith(request.Query)}");
    }

    private async Task<RankingAsked?> MineAsync(long account, RankedSearch search, bool usuallyNeedFirst, CancellationToken cancel)
    {
        if (await kept.FindAsync(account, search, cancel) is not { } query) return null;
        // Read anew: a criterion that is no more must not stand in an address.
        var asked = RankingAsked.Read(new QueryCollection(QueryHelpers.ParseQuery(query)), usuallyNeedFirst);
        return asked.IsUsual ? null : asked;
    }
}
