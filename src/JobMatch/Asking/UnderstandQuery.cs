using JobMatch.Occupations;

namespace JobMatch.Asking;

/// <summary>
/// Reads conditions out of what somebody types: 「武鸣 保安 包吃住 3000以上」 is a place, an occupation, two needs and a wage. Engine-free and
/// without memory: the same text always says the same. In doubt words stay words; a wrong guess is one press away from being taken back.
/// </summary>
public sealed class UnderstandQuery(PlaceNames places)
{
    private delegate IEnumerable<UnderstoodPart> Rule(LeftWords left, KnownPlaces places);

    /// <summary>One after the other, each on what those before it left.</summary>
    private static readonly IReadOnlyList<Rule> Rules =
    [
        (left, _) => PersonWords.Ages(left),
        (left, _) => DayTimeWords.Find(left),
        (left, _) => HoursWords.Find(left),
        (left, _) => PayWords.Find(left),
        (left, places) => PlaceWords.Near(left, places),
        (left, places) => PlaceWords.NotThere(left, places),
        (left, _) => EverydayWords.Find(left),
        (left, _) => PersonWords.Schooling(left),
        (left, _) => SentenceWords.TakeAround(left),
        (left, places) => PlaceWords.Find(left, places),
        (left, places) => PinyinWords.Find(left, places),
        (left, _) => Occupations(left),
        (left, _) => EnglishWords.Find(left),
        (left, _) => PersonWords.Certificates(left),
        (left, _) => SentenceWords.TakeAlone(left),
    ];

    public async Task<UnderstoodQuery> RunAsync(string? typed, CancellationToken cancel)
    {
        typed = (typed ?? "").Trim();
        if (typed.Length == 0) return UnderstoodQuery.Literally(typed);
        var names = await places.ReadAsync(cancel);
        var left = new LeftWords(typed);
        var parts = new List<UnderstoodPart>();
        var fillers = FillerWords.Take(left).ToList();
        parts.AddRange(UnwantedWork.Find(left).ToList());
        foreach (var rule in Rules) parts.AddRange(rule(left, names).ToList());
        var rest = left.Rest();
        if (parts.Count > 0) fillers.AddRange(FillerWords.TakeFactories(left));
        // 「带小孩」 alone may also mean to look after children for others: taken back, that is asked.
        // 「带孩子 保姆」 says twice what a nanny does; whoever has a child of her own to mind would hardly.
        if (parts.Exists(p => p.OccupationIds.Any(id => id / 100 == FamilyServices))) parts = [.. parts.Select(p => p is { Kind: UnderstoodKind.Needs, Needs: PostingNeeds.CareFriendly } && WorkOf(p.Text) is { } minding ? Occupation(p.Text, p.From, p.To, minding) : p)];
        if (parts is [{ Kind: UnderstoodKind.Needs, Needs: PostingNeeds.CareFriendly } care] && rest.Length == 0 && DoneWork.WorkOf(care.Text) is { } childminding) parts = [care with { Leaves = childminding }];
        return new UnderstoodQuery(typed, [.. parts.OrderBy(p => p.From).Select(CloseWork.Widened)], parts.Count == 0 && FillerWords.IsFactory(rest) ? FillerWords.Factories : left.Rest()) { Fillers = fillers };
    }

    /// <summary>4-10-01, which cares for children, the old and the house.</summary>
    private const int FamilyServices = 4_10_01;

    private static IEnumerable<UnderstoodPart> Occupations(LeftWords left)
    {
        foreach (var (from, to) in left.Chunks())
        {
            if (Alternatives(left, from, to) is { } pieces)
            {
                foreach (var (begin, end) in pieces) yield return left.Take(OccupationIn(left, begin, end)!);
            }
            else if (DoneWork.Row(left.Text[from..to], duty => WorkOf(duty) is not null) is { } duties && WorkOf(left.Text[from..to]) is null)
            {
                // Duties side by side are one work or the other, as occupations are.
                var at = from;
                foreach (var duty in duties) yield return left.Take(OccupationIn(left, at, at += duty.Length)!);
            }
            else if (OccupationIn(left, from, to) is { } occupation)
            {
                yield return left.Take(occupation);
            }
        }
    }

    /// <summary>「保安和保洁」: works side by side in one word, each of which is known by itself; null where it is none.</summary>
    private static List<(int From, int To)>? Alternatives(LeftWords left, int from, int to)
    {
        var word = left.Text[from..to];
        if (WorkOf(word) is not null) return null;
        List<(int From, int To)> pieces = [.. SentenceWords.SideBySide(word).Select(piece => (from + piece.From, from + piece.To))];
        return pieces.Count > 1 && pieces.TrueForAll(p => p.To - p.From > 1 && WorkOf(left.Text[p.From..p.To]) is not null) ? pieces : null;
    }

    /// <summary>Occupations that the whole of a word names: by a name of the catalogue, by goods, and by what is done to what; null for none.</summary>
    private static List<int>? WorkOf(string word)
    {
        IEnumerable<int> named = OccupationResolver.Ids(PlainWork.Named(word));
        if (DoneWork.WorkOf(word) is { } work) named = named.Union(OccupationResolver.Ids(PlainWork.Named(work)));
        List<int> all = [.. named.Union(GoodsWork.OccupationsOf(word))];
        return all.Count > 0 ? all : null;
    }

    /// <summary>A name of the catalogue: the plain form of the whole word (<see cref="PlainWork"/>), the word or its end, as Chinese names end in the noun.</summary>
    internal static UnderstoodPart? OccupationIn(LeftWords left, int from, int to)
    {
        var word = left.Text[from..to];
        // 做衣服 is sewing before it is whatever is called 衣服.
        if (DoneWork.Of(word) is var (_, thing) && WorkOf(word) is { } done) return Part(word, from, done) with { Favoured = [thing] };
        if (PlainWork.Of(word) is var (plain, meant)) return Part(plain, from, WorkOf(plain) ?? OccupationResolver.Ids(meant));
        if (WorkOf(word) is { } whole) return Part(word, from, whole) with { Favoured = GoodsWork.Is(word) ? [word] : EndOf(word, whole) };
        if (DoneWork.AtWorkplace(word) is { } duty && WorkOf(duty) is { } there) return Part(duty, from, there);
        // 辣椒厂, where no word names the factory.
        if (GoodsWork.GoodsIn(word.TrimEnd('厂')) is { } goods) return Part(goods, from, WorkOf(goods)!) with { Favoured = [goods] };
        for (var start = from; start + 2 <= to; start++)
        {
            var name = left.Text[start..to];
            if (WordsInside.Around(name).Any(longer => left.Text.AsSpan(from, to - from).EndsWith(longer, StringComparison.Ordinal))) continue;
            if (PlainWork.Named(name) is { Count: > 0 } named) return Part(name, start, OccupationResolver.Ids(named));
        }

        return null;

        UnderstoodPart Part(string name, int begin, IReadOnlyList<int> ids) => Occupation(name, begin, to, ids);
    }

    private static UnderstoodPart Occupation(string name, int from, int to, IReadOnlyList<int> ids) => new(UnderstoodKind.Occupation, name, from, to) { OccupationIds = ids, OccupationName = name };

    /// <summary>小工 of 工地小工: the shorter name of the same work that titles have.</summary>
    private static IReadOnlyList<string> EndOf(string word, List<int> ids) =>
        Enumerable.Range(1, Math.Max(0, word.Length - 2)).Select(from => word[from..]).FirstOrDefault(end => PlainWork.Named(end).Any(named => ids.Contains(named.OccupationId))) is { } end ? [end] : [];
}
