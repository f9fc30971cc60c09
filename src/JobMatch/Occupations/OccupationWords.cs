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
internal sealed class OccupationWord(string word, WordKind kind)
{
    public string Word { get; } = word;

    public WordKind Kind { get; } = kind;

    public bool General => Kind == WordKind.General;

    /// <summary>Names people, not things: it may stand in the middle of a slogan (「小寨骑手高工资」).</summary>
    public bool Person { get; } = word[^1] is '工' or '员' or '师' or '手' or '嫂' or '匠' || word is "保安" or "保洁" or "司机" or "保姆" or "月嫂";

    /// <summary>Where the work is (鞋厂, 美容院): it tells the work only where nothing else does.</summary>
    public bool Place { get; } = word.Length > 1 && (word[^1] is '厂' or '店' or '坊' or '场' or '馆' or '院' || word is "超市" or "餐厅" or "食堂" or "酒楼" or "大排档" or "物流园" || word.EndsWith("车间", StringComparison.Ordinal) || word.EndsWith("基地", StringComparison.Ordinal));

    public List<int> Means { get; init; } = [];

    public Dictionary<string, int> At { get; init; } = [];
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
            _words[word.Word] = new OccupationWord(word.Word, word.General ? WordKind.General : word.Step ? WordKind.Step : WordKind.Specific) { Means = [.. word.Means], At = new(word.At) };
        var all = occupations.OrderBy(o => o.Id).ToList();
        AddLayer(all, o => [o.Name]);
        AddLayer(all, o => o.EverydayNames);
        AddLayer(all, o => o.Trades);
        AddLayer(all, ShortForms);
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

    /// <summary>A catalogue marks green and digital work by letters (「S」「L」) and joins trades by 、.</summary>
    private static IEnumerable<string> Forms(string name) => name.Split('、', ',', '，').Select(n => n.TrimEnd('L', 'S').Trim());

    private static IEnumerable<string> ShortForms(Occupation occupation)
    {
        foreach (var (ending, said) in ((string, string)[])[("工程技术人员", "工程师"), ("医师", "医生"), ("设计人员", "设计师"), ("技术人员", "技术员"), ("专业人员", "专员")])
            if (occupation.Name.EndsWith(ending, StringComparison.Ordinal)) yield return occupation.Name[..^ending.Length] + said;
    }
}
