using JobMatch.Asking;
using JobMatch.Data;
using JobMatch.Occupations;

namespace JobMatch.Search.Words;

/// <summary>The columns of terms that an index keeps of a document; see <see cref="PostingTerms"/> and <see cref="WorkerTerms"/>.</summary>
[Flags]
public enum TermFields
{
    None = 0,
    Title = 1,

    /// <summary>Names of the coded occupations: official, trades, everyday; each is one term (<see cref="WholeNames"/>).</summary>
    Names = 2,

    /// <summary>Readings and slips of the title.</summary>
    TitleLike = 4,

    /// <summary>Employer, place and text.</summary>
    Body = 8,

    /// <summary>Readings of the place, slips of employer and text.</summary>
    BodyLike = 16,

    /// <summary>Of a worker: what she wishes, apart from what is recorded as done.</summary>
    Wishes = 32,

    /// <summary>Other names of what she wishes, each one term.</summary>
    WishNames = 64,

    /// <summary>Slips of her wishes.</summary>
    WishesLike = 128,
}

/// <summary>
/// Terms that stand in order and side by side in one of some columns. Prefix: the last term is only the beginning of one. Terms hold letters,
/// digits and the marks of <see cref="Likeness"/> and <see cref="WholeNames"/> only.
/// </summary>
public sealed record TermPhrase(TermFields Fields, IReadOnlyList<string> Terms, bool Prefix)
{
    /// <summary>Phrases of which none may stand in the same column: longer words that hold this one by chance.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Except { get; init; } = [];
}

/// <summary>Phrases that all have to hold.</summary>
public sealed record TermChoice(IReadOnlyList<TermPhrase> All);

/// <summary>One word: any of the choices will do. No choice at all matches nothing.</summary>
public sealed record TermWord(IReadOnlyList<TermChoice> Any);

/// <summary>All words have to match. Each tier holds the ones before it; a document counts in its best.</summary>
public sealed record TermTier(RelevanceTier Tier, IReadOnlyList<TermWord> Words);

/// <summary>
/// What was asked, as terms: the whole of what matching and relevance mean. Engines only translate it, so that they cannot disagree. Tiers
/// come best first; the last one is the match set. Empty: nothing was asked in words, and everything matches.
/// </summary>
public sealed record SearchExpression(IReadOnlyList<TermTier> Tiers)
{
    private const int MostSlips = 21;

    public bool IsEmpty => Tiers.Count == 0;

    /// <summary>What a resident asks of postings.</summary>
    public static SearchExpression OfPostings(SearchWords words, IReadOnlyList<OccupationAsked> occupations, OccupationNames names)
    {
        ArgumentNullException.ThrowIfNull(words);
        ArgumentNullException.ThrowIfNull(occupations);
        ArgumentNullException.ThrowIfNull(names);
        var asked = occupations.Select(o => (SearchWords.Parse(o.Words, names).Words, Official: names.OfficialNames(o.Ids))).Where(o => o.Words.Count > 0).ToList();
        if (words.IsEmpty && asked.Count == 0) return new SearchExpression([]);
        List<string> phrases = asked.Count == 0
            ? [SearchWords.Join(words.Words.Select(w => w.Text))]
            : [.. asked.Select(o => SearchWords.Join(words.Words.Concat(o.Words).Select(w => w.Text)))];
        var named = Either(asked, (w, official) => [.. Named(w, official), .. TitledByObject(w)]);
        return new SearchExpression(
        [
            new TermTier(RelevanceTier.TitlePhrase, [new TermWord([.. phrases.Select(phrase => One(TermFields.Title, phrase))])]),
            new TermTier(RelevanceTier.TitleWords, [.. words.Words.Select(w => new TermWord([One(TermFields.Title, w.Text)])), .. Either(asked, (w, _) => [One(TermFields.Title, w.Text)])]),
            new TermTier(RelevanceTier.Synonyms, [.. words.Words.Select(w => new TermWord(Named(w, []))), .. named]),
            new TermTier(RelevanceTier.Body, [.. words.Words.Select(w => new TermWord(Anywhere(w))), .. Either(asked, (w, official) => DoneWork.Is(w.Text) || GoodsWork.Is(w.Text) ? [.. Named(w, official), InText(w)] : Named(w, official))]),
        ]);
    }

    /// <summary>
    /// Occupations are alternatives, like places: one posting is seldom both. One occupation of several words (「电工 高压」) asks for each of them;
    /// beside others such words stand together, as an alternative is one choice.
    /// </summary>
    private static IEnumerable<TermWord> Either(
        List<(IReadOnlyList<SearchWord> Words, IReadOnlyList<string> Official)> occupations, Func<SearchWord, IReadOnlyList<string>, List<TermChoice>> choices) => occupations switch
    {
        [] => [],
        [var (words, official)] => words.Select(w => new TermWord(choices(w, official))),
        _ => [new TermWord([.. occupations.SelectMany(o => o.Words is [var one] ? choices(one, o.Official) : [new TermChoice([.. o.Words.Select(w => choices(w, o.Official)[0].All[0])])])])],
    };

    /// <summary>What nothing that is found may be: called so by its title, or coded so. Neither readings nor slips: who wants no guard is not to miss what only sounds like one.</summary>
    public static IReadOnlyList<TermWord> Unwanted(IReadOnlyList<OccupationAsked> occupations, OccupationNames names)
    {
        ArgumentNullException.ThrowIfNull(occupations);
        ArgumentNullException.ThrowIfNull(names);
        return [.. occupations.Select(o => (SearchWords.Parse(o.Words, names).Words, Official: names.OfficialNames(o.Ids))).Where(o => o.Words.Count > 0).Select(o => new TermWord(
        [
            new TermChoice([.. o.Words.Select(w => Phrase(TermFields.Title, w.Text))]),
            .. o.Words is [var one] ? one.OtherNames.Prepend(one.Text).Select(Whole) : [],
            .. o.Official.Select(Whole),
            .. o.Official.Concat(o.Words is [var only] ? only.OtherNames : []).Select(name => One(TermFields.Title, name)),
        ]))];
    }

    /// <summary>One of these in the title or the text, and not refused there (不招临时工, 短工勿扰).</summary>
    public static TermWord Says(IReadOnlyList<string> words)
    {
        ArgumentNullException.ThrowIfNull(words);
        return new TermWord([.. words.Select(FoldedText.Fold).Select(word => new TermChoice([Affirmed(word)]))]);
    }

    /// <summary>One of these in the title; nothing for none.</summary>
    public static IReadOnlyList<TermWord> InTitle(IReadOnlyList<string> words)
    {
        ArgumentNullException.ThrowIfNull(words);
        return words.Count == 0 ? [] : [new TermWord([.. words.Select(word => One(TermFields.Title, FoldedText.Fold(word)))])];
    }

    /// <summary>
    /// What a clerk asks of workers: words as they are recorded, then other names of them; last, where a word says neither 会 nor 想, those who only wish for it. Alternatives
    /// (缝纫或刺绣) are one word.
    /// </summary>
    public static SearchExpression OfWorkers(SearchWords words)
    {
        ArgumentNullException.ThrowIfNull(words);
        if (words.IsEmpty) return new SearchExpression([]);
        var either = words.Either();
        List<TermTier> tiers =
        [
            new(RelevanceTier.TitleWords, Words(w => AsSaid(w, ColumnsOf(w.Of)))),
            new(RelevanceTier.Synonyms, Words(w => Called(w, ColumnsOf(w.Of)))),
        ];
        if (words.Words.Any(w => w.Of == AskedOf.Both)) tiers.Add(new(RelevanceTier.Body, Words(w => w.Of == AskedOf.Both ? [.. Called(w, Recorded), .. Called(w, Wished)] : Called(w, ColumnsOf(w.Of)))));
        return new SearchExpression(tiers);

        List<TermWord> Words(Func<SearchWord, IEnumerable<TermChoice>> choices) => [.. either.Select(alternatives => new TermWord([.. alternatives.SelectMany(choices)]))];
    }

    private static readonly (TermFields Text, TermFields Names, TermFields Like) Recorded = (TermFields.Title, TermFields.Names, TermFields.TitleLike);
    private static readonly (TermFields Text, TermFields Names, TermFields Like) Wished = (TermFields.Wishes, TermFields.WishNames, TermFields.WishesLike);

    private static (TermFields Text, TermFields Names, TermFields Like) ColumnsOf(AskedOf of) => of == AskedOf.Wishes ? Wished : Recorded;

    /// <summary>Whoever worked for a 家政公司 need not have done what it is called after; only who asks for that word itself is answered by it.</summary>
    private static readonly string[] Firms = ["公司", "服务公司", "厂", "店"];

    /// <summary>Written so, or called exactly so.</summary>
    private static IEnumerable<TermChoice> AsSaid(SearchWord word, (TermFields Text, TermFields Names, TermFields Like) columns) =>
    [
        new([Except(Phrase(columns.Text, word.Text), SkillNames.Around(word.Text))]),
        new([new TermPhrase(columns.Names, [WholeNames.CalledTermOf(word.Text)], Prefix: false)]),
        .. InParts(word, columns.Text, columns.Names),
    ];

    private static TermPhrase Except(TermPhrase phrase, IReadOnlyList<string> longer) => longer.Count == 0 ? phrase : phrase with { Except = [.. phrase.Except, .. longer.Select(name => Parted(Bigrams.Ask(name).Terms))] };

    /// <summary>Called so, or by another name: one that begins so where the word names no work itself (快递分拣 who typed 快递), one of the same work, or one slip away.</summary>
    private static IEnumerable<TermChoice> Called(SearchWord word, (TermFields Text, TermFields Names, TermFields Like) columns) =>
    [
        .. AsSaid(word, columns),
        new([WholePhrase(word.Text, columns.Names) with { Prefix = word.Text.Length > 1 && word.OtherNames.Count == 0 && Scripts.IsUnspaced(word.Text.EnumerateRunes().Last()) }]),
        .. word.OtherNames.Select(name => new TermChoice([Except(Phrase(columns.Text, name), [.. SkillNames.Around(name), .. Firms.Select(firm => name + firm)])])),
        .. word.OtherNames.Select(name => new TermChoice([WholePhrase(name, columns.Names)])),
        .. SlipsOf(word, columns.Like),
    ];

    /// <summary>
    /// Titles that begin to match what is being typed: whole words, the last one perhaps half typed. Behind them titles of work that is called so otherwise: 扫 begins
    /// 扫地工, which is another name of what most titles call 保洁.
    /// </summary>
    public static SearchExpression OfSuggestions(SearchWords words)
    {
        ArgumentNullException.ThrowIfNull(words);
        if (words.IsEmpty) return new SearchExpression([]);
        var last = words.Words.Count - 1;
        List<List<TermChoice>> titles = [.. words.Words.Select((w, i) => (List<TermChoice>)[Typed(w, isLast: i == last), .. Readings(w, TermFields.TitleLike, isHalfTyped: true)])];
        return new SearchExpression(
        [
            new TermTier(RelevanceTier.TitleWords, [.. titles.Select(choices => new TermWord(choices))]),
            new TermTier(RelevanceTier.Synonyms, [.. words.Words.Zip(titles, (w, choices) => new TermWord([.. choices, .. BeginningNames(w)]))]),
        ]);
    }

    /// <summary>The occupation has a name that begins so, or is read so.</summary>
    private static IEnumerable<TermChoice> BeginningNames(SearchWord word) => WorkReadings.Beginning(word.Text).Select(Whole);

    private static TermChoice Typed(SearchWord word, bool isLast)
    {
        var phrase = Phrase(TermFields.Title, word.Text);
        return new TermChoice([isLast && !phrase.Prefix && char.IsAsciiLetterOrDigit(word.Text[^1]) ? phrase with { Prefix = true } : phrase]);
    }

    /// <summary>The title or the occupation is called so, or by another of its names, or sounds or looks so.</summary>
    private static List<TermChoice> Named(SearchWord word, IReadOnlyList<string> official) =>
    [
        One(TermFields.Title, word.Text),
        Whole(word.Text),
        .. official.Select(Whole),
        .. official.Select(name => One(TermFields.Title, name)),
        .. word.OtherNames.Select(name => One(TermFields.Title, name)),
        .. Readings(word, TermFields.TitleLike),
        .. SlipsOf(word, TermFields.TitleLike),
    ];

    private static List<TermChoice> Anywhere(SearchWord word) =>
    [
        One(TermFields.Title | TermFields.Body, word.Text),
        Whole(word.Text),
        .. word.OtherNames.Select(name => One(TermFields.Title, name)),
        .. InParts(word, TermFields.Title | TermFields.Body),
        .. Readings(word, TermFields.TitleLike | TermFields.BodyLike),
        .. Likeness.InitialsOf(word.Text).Select(initials => new TermChoice([new TermPhrase(TermFields.BodyLike, [initials], Prefix: false)])),
        .. SlipsOf(word, TermFields.TitleLike | TermFields.BodyLike),
    ];

    /// <summary>Each part in the text; or the occupation among them as the name of the coded one, and the others in the text.</summary>
    private static IEnumerable<TermChoice> InParts(SearchWord word, TermFields fields, TermFields names = TermFields.Names) => word.Parts.Count == 0 ? [] :
    [
        new TermChoice([.. word.Parts.Select(part => Phrase(fields, part))]),
        new TermChoice([.. word.Parts.Select(part => part == word.Name ? WholePhrase(part, names) : Phrase(fields, part))]),
    ];

    private static IEnumerable<TermChoice> Readings(SearchWord word, TermFields fields, bool isHalfTyped = false) =>
        Likeness.BeginningsOf(word.Text, isHalfTyped || word.IsSyllable).Select(start => new TermChoice([new TermPhrase(fields, [start], Prefix: true)]));

    private static IEnumerable<TermChoice> SlipsOf(SearchWord word, TermFields fields) =>
        Likeness.SlipsOf(word.Text).Take(MostSlips).Select(slip => new TermChoice([new TermPhrase(fields, [slip], Prefix: false)]));

    /// <summary>One of the duties that a text lists; an employer that is called by it (理发店) may seek anybody. Goods stand in such names for the trade.</summary>
    private static TermChoice InText(SearchWord word)
    {
        var said = Phrase(TermFields.Title | TermFields.Body, word.Text);
        return new TermChoice([GoodsWork.Is(word.Text) ? said : said with { Except = [.. said.Except, .. Shops.Select(shop => Parted(Bigrams.Ask(word.Text + shop).Terms))] }]);
    }

    /// <summary>「摘辣椒」: whoever is called by what it is done to (辣椒采收短工), and whose text lists the duty, is as much that as whoever has the occupation.</summary>
    private static IEnumerable<TermChoice> TitledByObject(SearchWord word) =>
        DoneWork.Of(word.Text) is var (_, thing) ? [new TermChoice([Phrase(TermFields.Title, FoldedText.Fold(thing)), .. InText(word).All])] : [];

    private static readonly string[] Shops = ["店", "馆", "厅", "行", "屋", "坊", "部", "中心", "公司", "铺"];

    private static TermChoice Whole(string folded) => new([WholePhrase(folded)]);

    private static TermPhrase WholePhrase(string folded, TermFields names = TermFields.Names) => new(names, [WholeNames.TermOf(folded)], Prefix: false);

    private static TermChoice One(TermFields fields, string folded) => new([Phrase(fields, folded)]);

    private static string[] Parted(string terms) => terms.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static TermPhrase Affirmed(string folded)
    {
        var said = Phrase(TermFields.Title | TermFields.Body, folded);
        return said with { Except = [.. said.Except, .. Refused.Select(refused => Parted(Bigrams.Ask(refused(folded)).Terms))] };
    }

    /// <summary>How adverts say that they do not mean a word.</summary>
    private static readonly Func<string, string>[] Refused =
        [.. new[] { "不招", "不收", "不要", "不是", "非", "拒绝", "谢绝" }.Select(not => (Func<string, string>)(word => not + word)), .. new[] { "勿扰", "勿投", "免谈", "绕行" }.Select(not => (Func<string, string>)(word => word + not))];

    private static TermPhrase Phrase(TermFields fields, string folded)
    {
        var (terms, prefix) = Bigrams.Ask(folded);
        return new TermPhrase(fields, Parted(terms), prefix) { Except = [.. WordsInside.Around(folded).Select(longer => Parted(Bigrams.Ask(longer).Terms))] };
    }
}
