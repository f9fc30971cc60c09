using JobMatch.Asking;
using JobMatch.Data;

namespace JobMatch.Search.Embedded;

/// <summary>Where slots stand in the order that is asked.</summary>
internal sealed class PostingOrder(PostingColumns columns, List<(RelevanceTier Tier, SlotSet Slots)> tiers, PostingSort sort, GeoPoint? near, SlotSet? favoured, SlotSet? own)
{
    public Candidate Of(int slot) => new(Signed(Key(slot)), columns.Published[slot], columns.Ids[slot], slot);

    /// <summary>Where a page before ended.</summary>
    public Candidate Of(PageToken token) => new(Signed(token.Key), token.PublishedTicks, token.Id, -1);

    public PageToken TokenOf(Candidate hit) => new(sort, Signed(hit.Key), hit.Published, hit.Id);

    public RelevanceTier TierOf(int slot)
    {
        foreach (var (tier, slots) in tiers)
            if (slots[slot]) return tier;
        return RelevanceTier.None;
    }

    /// <summary>Whole metres to the nearest place with a vacancy; zero at home; null when unknown.</summary>
    public static int? Metres(PostingColumns columns, int slot, GeoPoint from)
    {
        if (columns.AtHome[slot]) return 0;
        if (columns.Positions[slot] is not { } positions) return null;
        var nearest = double.MaxValue;
        foreach (var position in positions) nearest = Math.Min(nearest, from.MetresTo(position));
        return (int)Math.Round(nearest);
    }

    private long Key(int slot) => sort switch
    {
        PostingSort.Relevance => (4 * (long)TierOf(slot)) + (favoured?[slot] == true ? 2 : 0) + (own?[slot] == true ? 1 : 0),
        PostingSort.Pay => columns.Hourly[slot],
        PostingSort.Nearest => columns.AtHome[slot] ? -1 : Metres(columns, slot, near!.Value) ?? PageToken.Far,
        _ => 0,
    };

    /// <summary>Relevance and pay: the higher the better. Its own inverse.</summary>
    private long Signed(long key) => sort is PostingSort.Relevance or PostingSort.Pay ? -key : key;
}
