using JobMatch.Asking;
using JobMatch.Data;

namespace JobMatch.Search.Embedded;

/// <summary>What comes first within its tier: what a title says as it should, what says in words what was asked, what is in the place asked. Null: nothing is preferred.</summary>
internal sealed record PreferredSlots(SlotSet? Favoured, SlotSet? Says, SlotSet? Own);

/// <summary>Where slots stand in the order that is asked.</summary>
internal sealed class PostingOrder(PostingColumns columns, List<(RelevanceTier Tier, SlotSet Slots)> tiers, PostingSort sort, GeoPoint? near, PreferredSlots preferred)
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
        PostingSort.Relevance => (8 * (long)TierOf(slot)) + (preferred.Favoured?[slot] == true ? 4 : 0) + (preferred.Says?[slot] == true ? 2 : 0) + (preferred.Own?[slot] == true ? 1 : 0),
        PostingSort.Pay => columns.Hourly[slot],
        PostingSort.Nearest => Away(slot),
        PostingSort.PaidNearby => PageToken.OfPaidNearby(columns.Hourly[slot], Away(slot)),
        _ => 0,
    };

    private long Away(int slot) => columns.AtHome[slot] ? -1 : Metres(columns, slot, near!.Value) ?? PageToken.Far;

    /// <summary>Relevance and pay: the higher the better. Its own inverse.</summary>
    private long Signed(long key) => sort is PostingSort.Relevance or PostingSort.Pay ? -key : key;
}
