using JobMatch.Data;
using JobMatch.Settlements;
using Microsoft.EntityFrameworkCore;

namespace JobMatch.Postings;

/// <summary>What a clerk typed of people: the place that it names with the settlements that lie in it, and the words that stay words.</summary>
public sealed record UnderstoodPeople(string Rest, string PlaceName, IReadOnlyList<long> SettlementIds)
{
    public bool NamesPlace => PlaceName.Length > 0;
}

/// <summary>
/// 「石门 会缝纫」: a settlement or a township of ours as a word of its own says where people live. Inside a longer word (石门制衣厂) it is part of a name,
/// and a county says nothing: everybody lives there.
/// </summary>
public sealed class UnderstandPeople(PlaceNames places, JobMatchDbContext db)
{
    private static readonly string[] Behind = ["", "的", "的人", "那边", "这边", "附近", "住"];

    public async Task<UnderstoodPeople> RunAsync(string? words, CancellationToken cancel)
    {
        words = (words ?? "").Trim();
        var left = new LeftWords(words);
        var names = await places.ReadAsync(cancel);
        foreach (var (from, to) in left.Chunks())
        {
            var chunk = left.Text[from..to];
            var bare = chunk.TrimStart('在', '住');
            if (names.Own.FirstOrDefault(p => bare.StartsWith(p.Form, StringComparison.Ordinal) && Behind.Contains(bare[p.Form.Length..])) is not { } place) continue;
            IReadOnlyList<long> within = place.SettlementId is { } one ? [one] : await WithinAsync(place.RegionCode ?? 0, cancel);
            if (within.Count == 0) continue;
            left.Blank(from, to);
            return new UnderstoodPeople(left.Rest(), place.Name, within);
        }

        return new UnderstoodPeople(words, "", []);
    }

    private async Task<IReadOnlyList<long>> WithinAsync(long township, CancellationToken cancel) =>
        await db.Set<Settlement>().AsNoTracking().Where(s => s.TownshipCode == township).OrderBy(s => s.Id).Select(s => s.Id).ToListAsync(cancel);
}
