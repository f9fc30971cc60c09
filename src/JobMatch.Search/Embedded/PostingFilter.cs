using JobMatch.Asking;
using JobMatch.Regions;

namespace JobMatch.Search.Embedded;

/// <summary>The conditions that facets take away one at a time.</summary>
[Flags]
internal enum FilterPart
{
    None = 0,
    Kind = 1,
    Place = 2,
    Pay = 4,
    Shift = 8,
    Needs = 16,
}

/// <summary>The conditions of a query, ready to be held against slots.</summary>
internal sealed class PostingFilter
{
    private readonly PostingColumns _columns;
    private readonly int _kinds;
    private readonly int _shifts;
    private readonly uint _needs;
    private readonly bool _guaranteed;
    private readonly (long From, long To) _monthly;
    private readonly (long From, long To) _daily;
    private readonly (long From, long To) _hourly;
    private readonly long _published;
    private readonly int _today;
    private readonly SlotSet? _place;
    private readonly SlotSet? _occupations;
    private readonly SlotSet? _certificates;
    private readonly int? _age;
    private readonly byte _schooling;
    private readonly short _minutes;
    private readonly SlotSet? _notThere;

    private readonly SlotSet? _unwanted;
    private readonly SlotSet? _saysKind;
    private readonly IReadOnlyList<(uint Need, SlotSet Slots)> _saysNeeds;

    /// <param name="query">The conditions.</param>
    /// <param name="unwanted">What may not be found whatever else holds; null: nothing.</param>
    /// <param name="said">What says in words that it is of a kind or offers a need.</param>
    /// <param name="columns">One generation.</param>
    /// <param name="today">What closed before is over.</param>
    public PostingFilter(PostingQuery query, SlotSet? unwanted, IReadOnlyList<(SaidInstead For, SlotSet Slots)> said, PostingColumns columns, DateOnly today)
    {
        _saysKind = SlotSet.UnionOf(columns.Length, said.Where(s => s.For.Kind is { } kind && query.Kinds.Contains(kind)).Select(s => s.Slots));
        _saysNeeds = [.. said.Where(s => s.For.Kind is null).Select(s => ((uint)s.For.Need, s.Slots))];
        (_columns, _unwanted) = (columns, unwanted);
        _kinds = query.Kinds.Aggregate(0, (all, kind) => all | (1 << (int)kind));
        _shifts = query.Shifts.Aggregate(0, (all, shift) => all | (1 << (int)shift));
        _needs = (uint)query.Needs;
        _guaranteed = query.PayIsGuaranteed;
        _monthly = Range(query.MonthlyFromFen, query.MonthlyToFen);
        _daily = Range(query.DailyFromFen, query.DailyToFen);
        _hourly = Range(query.HourlyFromFen, query.HourlyToFen);
        _published = query.PublishedFrom is { } from ? Data.ChinaDay.StartsAt(from).Ticks : 0;
        _today = today.DayNumber;
        if (query.AtHomeOnly) _place = columns.AtHome;
        if (query.Places.Count > 0) _place = Within(_place, SlotSet.UnionOf(columns.Length, query.Places.Select(place => In(columns, place)))!);
        if (query.PrefersPlace) Own = SlotSet.UnionOf(columns.Length, query.Places.Select(place => Itself(columns, place)));
        _age = query.Age;
        _schooling = (byte?)query.Schooling ?? byte.MaxValue;
        _minutes = query.HoursTo is { } hours ? (short)Math.Min(hours * 60, PostingDocument.NoMinutes - 1) : short.MaxValue;
        if (query.NotRegions.Count > 0) _notThere = Union(columns, query.NotRegions.Select(Tags.Region));
        if (query.CertificateKindIds.Count > 0) _certificates = Union(columns, query.CertificateKindIds.Select(Tags.Certificate));
        if (query.OccupationIds.Count > 0) _occupations = Union(columns, query.OccupationIds.Select(Tags.Occupation));
    }

    /// <summary>What is said to be in the place asked, which comes before what may be anywhere in its county; null where no place of ours is asked.</summary>
    public SlotSet? Own { get; }

    /// <summary>Holds whatever facet is asked: still shown, not too old, of the occupations and of none that is not wanted, for such a person.</summary>
    public bool Holds(int slot) =>
        _columns.Closes[slot] >= _today && _columns.Published[slot] >= _published && (_occupations is null || _occupations[slot]) && (_unwanted is null || !_unwanted[slot]) && (_certificates is null || _certificates[slot])
        && _columns.Education[slot] <= _schooling && _columns.Minutes[slot] <= _minutes && (_notThere is null || !_notThere[slot]) && (_age is not { } age || (_columns.AgesFrom[slot] <= age && age <= _columns.AgesTo[slot]));

    /// <summary>The conditions that a slot fails.</summary>
    public FilterPart Fails(int slot)
    {
        var fails = FilterPart.None;
        if (_kinds != 0 && (_kinds & (1 << _columns.Kinds[slot])) == 0 && _saysKind?[slot] != true) fails |= FilterPart.Kind;
        if (_shifts != 0 && (_shifts & (1 << _columns.Shifts[slot])) == 0) fails |= FilterPart.Shift;
        if ((Offers(slot) & _needs) != _needs) fails |= FilterPart.Needs;
        if (!Pays(_monthly, _columns.Monthly[slot], _columns.MonthlyLeast[slot]) || !Pays(_daily, _columns.Daily[slot], _columns.DailyLeast[slot]) || !Pays(_hourly, _columns.Hourly[slot], _columns.HourlyLeast[slot]))
            fails |= FilterPart.Pay;
        if (_place is not null && !_place[slot]) fails |= FilterPart.Place;
        return fails;
    }

    /// <summary>As its fields have it, or as it says in words.</summary>
    private uint Offers(int slot)
    {
        var offers = _columns.Offers[slot];
        foreach (var (need, slots) in _saysNeeds)
            if (slots[slot]) offers |= need;
        return offers;
    }

    private static SlotSet In(PostingColumns columns, PlaceAsked place) =>
        place.SettlementId is { } settlement ? InSettlement(columns, settlement) : place.ThereOnly ? ThereIn(columns, place.RegionCode!.Value) : InRegion(columns, place.RegionCode!.Value);

    private static SlotSet Itself(PostingColumns columns, PlaceAsked place) =>
        place.SettlementId is { } settlement ? SettlementItself(columns, settlement) : place.ThereOnly ? ThereIn(columns, place.RegionCode!.Value) : RegionItself(columns, place.RegionCode!.Value);

    /// <summary>In the region, in every village of something that holds it, anywhere in its county, or at home.</summary>
    public static SlotSet InRegion(PostingColumns columns, long code) =>
        columns.Place(Tags.Region(code), () => Union(columns, Region.Upwards(code).Select(Tags.WholeCounty)).Or(RegionItself(columns, code)));

    public static SlotSet InSettlement(PostingColumns columns, long settlement) =>
        columns.Place(Tags.Settlement(settlement), () => Union(columns, [Tags.CountyOf(settlement)]).Or(SettlementItself(columns, settlement)));

    private static SlotSet RegionItself(PostingColumns columns, long code) => columns.Place("own " + Tags.Region(code), () => InPlaces(columns, code).Or(columns.AtHome));

    private static SlotSet SettlementItself(PostingColumns columns, long settlement) =>
        columns.Place("own " + Tags.Settlement(settlement), () => Union(columns, [Tags.Settlement(settlement)]).Or(columns.AtHome));

    /// <summary>As <see cref="InRegion"/>, without work at home that is nowhere else.</summary>
    private static SlotSet ThereIn(PostingColumns columns, long code) => columns.Place("only " + Tags.Region(code), () => InPlaces(columns, code));

    private static SlotSet InPlaces(PostingColumns columns, long code) => Union(columns, Region.Upwards(code).Select(Tags.EveryVillage).Append(Tags.Region(code)));

    /// <summary>What is asked of an amount that is not known holds only when nothing is asked.</summary>
    private bool Pays((long From, long To) asked, int most, int least) => (_guaranteed ? least : most) >= asked.From && (asked.To == long.MaxValue || (least >= 0 && least <= asked.To));

    private static (long From, long To) Range(long? from, long? to) => (from ?? -1, to ?? long.MaxValue);

    private static SlotSet Within(SlotSet? before, SlotSet set) => before is null ? set : set.Copy(set.Length).And(before);

    private static SlotSet Union(PostingColumns columns, IEnumerable<string> tags)
    {
        var union = new SlotSet(columns.Length);
        foreach (var tag in tags)
            if (columns.Tagged(tag) is { } tagged) union.Or(tagged);
        return union;
    }
}
