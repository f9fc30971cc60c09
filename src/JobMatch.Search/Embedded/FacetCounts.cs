using System.Numerics;
using JobMatch.Asking;
using JobMatch.Matching;

namespace JobMatch.Search.Embedded;

/// <summary>Counts choices while the matches are walked once: a posting that fails one condition only still counts for that condition's own choices.</summary>
internal sealed class FacetCounts(PostingColumns columns)
{
    private readonly int[] _kinds = new int[256];
    private readonly int[] _shifts = new int[256];
    private readonly int[] _needs = new int[32];
    private readonly int[] _bands = new int[PayBands.From.Count];
    private readonly SlotSet _anyPlace = new(columns.Length);

    public void Take(int slot, FilterPart fails)
    {
        if ((fails & ~FilterPart.Kind) == 0) _kinds[columns.Kinds[slot]]++;
        if ((fails & ~FilterPart.Shift) == 0) _shifts[columns.Shifts[slot]]++;
        if ((fails & ~FilterPart.Place) == 0) _anyPlace.Add(slot);
        if ((fails & ~FilterPart.Pay) == 0 && columns.Monthly[slot] >= 0) _bands[PayBands.Of(columns.Monthly[slot])]++;
        if (fails != FilterPart.None) return;
        for (var offers = columns.Offers[slot]; offers != 0; offers &= offers - 1) _needs[BitOperations.TrailingZeroCount(offers)]++;
    }

    public PostingFacets Counted(FacetRequest request) => new()
    {
        Kinds = Numbered(_kinds).ToDictionary(c => (PostingKind)c.Number, c => c.Count),
        Shifts = Numbered(_shifts).ToDictionary(c => (Shift)c.Number, c => c.Count),
        Needs = Numbered(_needs).ToDictionary(c => (PostingNeeds)(1 << c.Number), c => c.Count),
        PayFrom = Numbered(_bands).ToDictionary(c => PayBands.From[c.Number], c => c.Count),
        Regions = Counts(request.Regions, code => PostingFilter.InRegion(columns, code)),
        Settlements = Counts(request.Settlements, id => PostingFilter.InSettlement(columns, id)),
        AtHome = _anyPlace.CountWith(columns.AtHome),
    };

    private Dictionary<long, int> Counts(IReadOnlyList<long> places, Func<long, SlotSet> within) =>
        places.Distinct().Select(place => (place, Count: _anyPlace.CountWith(within(place)))).Where(c => c.Count > 0).ToDictionary(c => c.place, c => c.Count);

    private static IEnumerable<(int Number, int Count)> Numbered(int[] counts) => counts.Select((count, number) => (number, count)).Where(c => c.count > 0);
}
