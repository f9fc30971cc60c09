using JobMatch.Data;
using JobMatch.Matching;

namespace JobMatch.Asking;

/// <summary>
/// What somebody typed, taken apart: conditions that are shown, each of which can be taken back, and the words that stay words. Typed is kept
/// as it was; a part knows the piece of it that it was read from.
/// </summary>
public sealed record UnderstoodQuery(string Typed, IReadOnlyList<UnderstoodPart> Parts, string Rest)
{
    /// <summary>Words that were understood and are no condition to search by (急招, 女工), as typed.</summary>
    public IReadOnlyList<string> Fillers { get; init; } = [];

    /// <summary>The words taken literally: nothing understood.</summary>
    public static UnderstoodQuery Literally(string typed) => new(typed, [], typed);

    /// <summary>What was typed, without the pieces of some parts; where a piece said more than its part, the rest of it stays in other words.</summary>
    public string Without(params IEnumerable<UnderstoodPart> parts)
    {
        var left = parts.OrderByDescending(part => part.From).Aggregate(Typed, (typed, part) => $"{typed[..part.From]} {part.Leaves} {typed[part.To..]}");
        return string.Join(' ', left.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>Places are alternatives, but a place and one within it (黔山县 石门镇) are the inner one.</summary>
    public static IReadOnlyList<PlaceAsked> PlacesOf(IEnumerable<UnderstoodPart> parts)
    {
        List<UnderstoodPart> places = [.. parts.Where(p => p.Kind == UnderstoodKind.Place)];
        return [.. places.Where(wide => !places.Exists(inner => inner.Within.Any(code => code == wide.RegionCode))).SelectMany(Asked).Distinct()];

        static IEnumerable<PlaceAsked> Asked(UnderstoodPart place)
        {
            if (place.SettlementId is { } settlement) yield return PlaceAsked.Settlement(settlement);
            if (place.RegionCode is { } region) yield return new PlaceAsked(region) { ThereOnly = place.IsElsewhere };
        }
    }

    /// <summary>Kinds are alternatives; where only unwanted ones were named, all the others. Empty: any.</summary>
    public static IReadOnlyList<PostingKind> KindsOf(IEnumerable<UnderstoodPart> parts)
    {
        var kinds = parts.Where(p => p.PostingKind is not null).ToLookup(p => p.Kind, p => p.PostingKind!.Value);
        var unwanted = kinds[UnderstoodKind.NotOfKind];
        IEnumerable<PostingKind> wanted = kinds.Contains(UnderstoodKind.Kind) || !unwanted.Any() ? kinds[UnderstoodKind.Kind].Distinct() : Enum.GetValues<PostingKind>();
        return [.. wanted.Except(unwanted)];
    }

    /// <summary>The order that the words ask for; nearness counts where it is known from where.</summary>
    private PostingSort OrderOf(bool knowsFrom)
    {
        bool Asks(UnderstoodKind kind) => Parts.Any(p => p.Kind == kind);
        var (near, paid) = (knowsFrom && Asks(UnderstoodKind.Nearest), Asks(UnderstoodKind.BestPaid));
        return near && paid ? PostingSort.PaidNearby
            : near ? PostingSort.Nearest
            : paid ? PostingSort.Pay
            : Asks(UnderstoodKind.Newest) ? PostingSort.Newest : PostingSort.Relevance;
    }

    /// <summary>The query with these conditions. What it has already been told by other means (a list, a box) wins over what was read from words.</summary>
    public PostingQuery Apply(PostingQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        var asked = query with { Words = Rest, Occupations = [.. query.Occupations, .. Parts.Where(p => p.Kind == UnderstoodKind.Occupation).Select(p => new OccupationAsked(p.OccupationName, p.OccupationIds))] };
        asked = asked with { NotOccupations = [.. query.NotOccupations, .. Parts.Where(p => p.Kind == UnderstoodKind.Unwanted).Select(p => new OccupationAsked(p.OccupationName, p.OccupationIds))] };
        if (query.Kinds.Count == 0) asked = asked with { Kinds = KindsOf(Parts) };
        if (query.Shifts.Count == 0) asked = asked with { Shifts = [.. Parts.Select(p => p.Shift).OfType<Shift>().Distinct()] };
        if (query is { Places.Count: 0, AtHomeOnly: false }) asked = asked with { Places = PlacesOf(Parts) };
        if (!query.AsksPay && Parts.FirstOrDefault(p => p.Kind == UnderstoodKind.Pay) is { } pay)
        {
            asked = asked with
            {
                PayIsGuaranteed = pay.IsGuaranteed,
                MonthlyFromFen = pay.MonthlyFromFen,
                MonthlyToFen = pay.MonthlyToFen,
                DailyFromFen = pay.DailyFromFen,
                DailyToFen = pay.DailyToFen,
                HourlyFromFen = pay.HourlyFromFen,
                HourlyToFen = pay.HourlyToFen,
            };
        }

        asked = asked with { Near = Parts.Select(p => p.Near).FirstOrDefault(near => near is not null) ?? query.Near };
        if (query.Sort == PostingSort.Relevance) asked = asked with { Sort = OrderOf(asked.Near is not null) };
        asked = asked with
        {
            Favoured = [.. query.Favoured.Concat(Parts.SelectMany(p => p.Favoured)).Distinct(StringComparer.Ordinal)],
            Age = Parts.Select(p => p.Age).FirstOrDefault(age => age is not null) ?? query.Age,
            Schooling = Parts.Select(p => p.Schooling).FirstOrDefault(level => level is not null) ?? query.Schooling,
            HoursTo = Parts.Min(p => p.HoursTo) ?? query.HoursTo,
            NotRegions = [.. query.NotRegions.Concat(Parts.SelectMany(p => p.NotRegions)).Distinct()],
            CertificateKindIds = [.. query.CertificateKindIds.Concat(Parts.SelectMany(p => p.CertificateKindIds)).Distinct()],
        };
        return asked with
        {
            Needs = Parts.Aggregate(query.Needs, (all, p) => all | p.Needs),
            // What was chosen from a list is meant as the list has it.
            Said = [.. query.Said, .. Parts.Where(p => p.Says.Count > 0 && (p.Kind != UnderstoodKind.Kind ? (query.Needs & p.Needs) == 0 : query.Kinds.Count == 0)).Select(p => new SaidInstead(p.PostingKind, p.Needs, p.Says))],
        };
    }
}

public enum UnderstoodKind
{
    Occupation = 1,
    Place = 2,
    Kind = 3,
    Pay = 4,
    Shift = 5,
    Needs = 6,

    /// <summary>「附近」: an order, where it is known from where.</summary>
    Nearest = 7,

    /// <summary>「工资高」: an order.</summary>
    BestPaid = 8,

    /// <summary>「刚发布的」: an order.</summary>
    Newest = 15,

    /// <summary>「50岁」: whose words about age allow it.</summary>
    Age = 9,

    /// <summary>「初中文化」: that ask for no more.</summary>
    Schooling = 10,

    /// <summary>「健康证」: that need it or help to it.</summary>
    Certificate = 11,

    /// <summary>「不要保安」: that are no such work.</summary>
    Unwanted = 12,

    /// <summary>「一天不超过6小时」.</summary>
    Hours = 13,

    /// <summary>「不要公益岗」: of any other kind.</summary>
    NotOfKind = 16,

    /// <summary>「不去广东」: what is there is left out.</summary>
    NotThere = 14,
}

/// <summary>One condition and the piece [From, To) of what was typed that said it. Only the values of its kind are set.</summary>
public sealed record UnderstoodPart(UnderstoodKind Kind, string Text, int From, int To)
{
    public IReadOnlyList<int> OccupationIds { get; init; } = [];

    /// <summary>As typed, or the Chinese name of what was typed in pinyin.</summary>
    public string OccupationName { get; init; } = "";

    /// <summary>Titles that say one of these come first.</summary>
    public IReadOnlyList<string> Favoured { get; init; } = [];

    /// <summary>Whatever says one of these is meant too, whatever its kind and what it offers.</summary>
    public IReadOnlyList<string> Says { get; init; } = [];

    public long? RegionCode { get; init; }

    public long? SettlementId { get; init; }

    /// <summary>The regions that the place lies in, by their codes.</summary>
    public IReadOnlyList<long> Within { get; init; } = [];

    /// <summary>Where work is not wanted, by their codes.</summary>
    public IReadOnlyList<long> NotRegions { get; init; } = [];

    /// <summary>The place's full name; of several, where none of them is wanted.</summary>
    public string PlaceName { get; init; } = "";

    /// <summary>A place in no county of ours: work at home is not what was asked for.</summary>
    public bool IsElsewhere { get; init; }

    /// <summary>「离石门近」: where near is measured from; null when nobody said.</summary>
    public GeoPoint? Near { get; init; }

    public PostingKind? PostingKind { get; init; }

    public Shift? Shift { get; init; }

    /// <summary>Of pay: 「保底3000」.</summary>
    public bool IsGuaranteed { get; init; }

    public long? MonthlyFromFen { get; init; }

    public long? MonthlyToFen { get; init; }

    public long? DailyFromFen { get; init; }

    public long? DailyToFen { get; init; }

    public long? HourlyFromFen { get; init; }

    public long? HourlyToFen { get; init; }

    public PostingNeeds Needs { get; init; }

    /// <summary>Years.</summary>
    public int? Age { get; init; }

    public Education? Schooling { get; init; }

    /// <summary>A day, at most.</summary>
    public int? HoursTo { get; init; }

    public IReadOnlyList<int> CertificateKindIds { get; init; } = [];

    /// <summary>As the catalogue calls it.</summary>
    public string CertificateName { get; init; } = "";

    /// <summary>What stands in the place of its piece when it is taken back: 管住, when only the 吃 of 包吃住 is.</summary>
    public string Leaves { get; init; } = "";

    /// <summary>包吃住 is two conditions, which can be taken back one by one.</summary>
    public IEnumerable<UnderstoodPart> Apart() => Needs == (PostingNeeds.Food | PostingNeeds.Lodging)
        ? [this with { Needs = PostingNeeds.Food, Leaves = "管住" }, this with { Needs = PostingNeeds.Lodging, Leaves = "管饭" }]
        : [this];

    /// <summary>Taken back, it leaves that work may be anywhere outside the county.</summary>
    public UnderstoodPart AsAnyElsewhere => this with { Leaves = "县外" };

    internal static UnderstoodPart Of(KnownPlace place, LeftWords left, int from, int to) =>
        new(UnderstoodKind.Place, left.Typed(from, to), from, to)
        {
            RegionCode = place.RegionCode ?? place.Namesake?.RegionCode,
            SettlementId = place.SettlementId,
            Within = place.Within,
            PlaceName = place.Namesake is { } other ? $"{place.Name}、{other.Name}" : place.Name,
            IsElsewhere = place.IsElsewhere,
        };
}
