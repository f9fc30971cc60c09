namespace JobMatch.Occupations;

/// <summary>How much a word says; where several stand in a title, the kind that says most decides.</summary>
internal enum WordKind
{
    Specific = 0,

    /// <summary>A step of work that differs by what it is done on (装配, 切割, 机长).</summary>
    Step = 1,

    /// <summary>普工, 操作工.</summary>
    General = 2,
}

/// <summary>A word of the catalogue with its meanings.</summary>
internal sealed class OccupationWord(string word, WordKind kind, bool goods = false)
{
    public string Word { get; } = word;

    public WordKind Kind { get; } = kind;

    public bool General => Kind == WordKind.General;

    /// <summary>Names people, not things: it may stand in the middle of a slogan (「小寨骑手高工资」).</summary>
    public bool Person { get; } = word[^1] is '工' or '员' or '师' or '手' or '嫂' or '匠' || word is "保安" or "保洁" or "司机" or "保姆" or "月嫂";

    /// <summary>Where the work is (鞋厂, 美容院) or on what goods (轴承, 尿素): it tells the work only where nothing else does.</summary>
    public bool Hint { get; } = goods || IsPlace(word);

    /// <summary>What is made, by the name of those who make it; hardly ever a title by itself.</summary>
    public bool Goods { get; } = goods;

    /// <summary>Ends in a word for a place, so what follows is somebody who works there.</summary>
    public bool Place { get; } = IsPlace(word);

    public List<int> Means { get; init; } = [];

    public Dictionary<string, int> At { get; init; } = [];

    private static bool IsPlace(string word) => word.Length > 1
        && (word[^1] is '厂' or '店' or '坊' or '场' or '馆' or '院' || Places.Any(place => word.EndsWith(place, StringComparison.Ordinal)));

    private static readonly string[] Places = ["超市", "餐厅", "食堂", "酒楼", "大排档", "物流园", "车间", "基地"];
}

/// <summary>
/// Every word that may name an occupation, by its text: everyday words, names of the classification, trades, and the usual short forms of long names
/// (工程技术人员 → 工程师, 医师 → 医生). An everyday word decides before a name does, a name before a trade; a trade of more than two occupations says nothing.
/// </summary>
internal sealed class OccupationWords
{
    private const int MostMeanings = 2;
    private readonly Dictionary<string, OccupationWord> _words = new(StringComparer.OrdinalIgnoreCase);

    public OccupationWords(IEnumerable<Occupation> occupations, IEnumerable<EverydayWord> everyday)
    {
        foreach (var word in everyday)
            _words[word.Word] = new OccupationWord(word.Word, word.General ? WordKind.General : word.Step ? WordKind.Step : WordKind.Specific, word.Goods) { Means = [.. word.Means], At = new(word.At) };
        var all = occupations.OrderBy(o => o.Id).ToList();
        AddLayer(all, o => [o.Name]);
        AddLayer(all, o => o.EverydayNames);
        AddLayer(all, o => o.Trades);
        AddLayer(all, ShortForms);
        AddGoods(all);
        Longest = _words.Count == 0 ? 0 : _words.Keys.Max(w => w.Length);
    }

    public int Longest { get; }

    public OccupationWord? Find(ReadOnlySpan<char> text) => _words.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(text, out var word) ? word : null;

    private void AddLayer(List<Occupation> occupations, Func<Occupation, IEnumerable<string>> names)
    {
        var layer = new Dictionary<string, List<int>>(StringComparer.OrdinalIgnoreCase);
        foreach (var occupation in occupations)
        {
            foreach (var name in names(occupation).SelectMany(Forms).Where(n => n.Length > 1))
            {
                if (!layer.TryGetValue(name, out var ids)) layer[name] = ids = [];
                if (!ids.Contains(occupation.Id)) ids.Add(occupation.Id);
            }
        }

        foreach (var (name, ids) in layer.Where(l => l.Value.Count <= MostMeanings))
        {
            // A word that is known only inside some industries keeps its official meaning outside them.
            if (!_words.TryGetValue(name, out var known)) _words[name] = new OccupationWord(name, WordKind.Specific) { Means = ids };
            else if (known.Means.Count == 0) known.Means.AddRange(ids);
        }
    }

    /// <summary>Goods that one occupation makes: 轴承 of 轴承制造工, 尿素 of 尿素生产工.</summary>
    private void AddGoods(List<Occupation> occupations)
    {
        var goods = occupations.Where(o => o.Id / 1_000_000 is 5 or 6)
            .SelectMany(o => o.Trades.Append(o.Name).SelectMany(Forms).SelectMany(GoodsOf), (o, made) => (o.Id, Made: made))
            .Where(g => g.Made.Length > 1 && !NoGoods.Contains(g.Made)).GroupBy(g => g.Made);
        foreach (var made in goods.Where(g => g.Select(o => o.Id).Distinct().Count() == 1))
            _words.TryAdd(made.Key, new OccupationWord(made.Key, WordKind.Specific, goods: true) { Means = [made.First().Id] });
    }

    private static IEnumerable<string> GoodsOf(string name) =>
        Makers.FirstOrDefault(maker => name.EndsWith(maker, StringComparison.Ordinal)) is { } ending ? name[..^ending.Length].Split('及', '和', '与', '、') : [];

    private static readonly string[] Makers = ["装配调试工", "制造工", "生产工", "加工工", "制作工", "装配工", "装调工", "制修工", "栽培工", "养殖员", "饲养工", "酿造工", "冶炼工"];

    /// <summary>Ends of longer names that say little by themselves.</summary>
    private static readonly HashSet<string> NoGoods = ["设备", "器材", "元件", "真空", "道具", "模型", "飞机", "控制系统", "工程机械", "办公设备", "绝缘材料", "电气", "服装", "汽车", "测量", "模压", "挤压", "过滤", "井下", "露天"];

    /// <summary>A catalogue marks green and digital work by letters (「S」「L」) and joins trades by 、.</summary>
    private static IEnumerable<string> Forms(string name) => name.Split('、', ',', '，').Select(n => n.TrimEnd('L', 'S').Trim());

    private static IEnumerable<string> ShortForms(Occupation occupation)
    {
        foreach (var (ending, said) in ((string, string)[])[("工程技术人员", "工程师"), ("医师", "医生"), ("设计人员", "设计师"), ("技术人员", "技术员"), ("专业人员", "专员")])
            if (occupation.Name.EndsWith(ending, StringComparison.Ordinal)) yield return occupation.Name[..^ending.Length] + said;
    }
}
