using System.Text.RegularExpressions;
using JobMatch.Occupations;

namespace JobMatch.Postings;

/// <summary>
/// Reads occupation ids from a title: several when it names several (「普工/保安」), none when it is not sure. A part of the title counts when it
/// is a name of the classification, an everyday name or a trade, or ends or begins with one; a word that means more than two occupations says nothing.
/// </summary>
public sealed partial class OccupationReader
{
    private const int MostMeanings = 2;
    private const int Most = 5;
    private readonly Dictionary<string, List<int>> _terms = new(StringComparer.OrdinalIgnoreCase);
    private readonly int _longest;

    public OccupationReader(IEnumerable<Occupation> occupations)
    {
        ArgumentNullException.ThrowIfNull(occupations);
        var all = occupations.OrderBy(o => o.Id).ToList();
        // A stronger name is written first and never diluted by a weaker one: official name, then everyday names, then trades.
        AddNames(all, o => [o.Name]);
        AddNames(all, o => o.EverydayNames);
        AddNames(all, o => o.Trades);
        foreach (var term in _terms.Where(t => t.Value.Count > MostMeanings).Select(t => t.Key).ToList()) _terms.Remove(term);
        _longest = _terms.Count == 0 ? 0 : _terms.Keys.Max(t => t.Length);
    }

    public static OccupationReader Instance { get; } = new(Catalogue.Instance.Occupations.Values);

    public IReadOnlyList<int> Read(string title)
    {
        ArgumentNullException.ThrowIfNull(title);
        var found = new List<int>();
        var inside = Brackets().Matches(title).Select(m => m.Groups[1].Value);
        foreach (var part in Separators().Split(Brackets().Replace(title, " ")).Select(Clean).Where(p => p.Length > 1))
            found.AddRange(Of(part));
        // What stands in brackets names the job only when the words outside do not: 「临时工（装卸工）」.
        if (found.Count == 0)
            foreach (var part in inside.SelectMany(i => Separators().Split(i)).Select(Clean).Where(p => p.Length > 1))
                found.AddRange(Of(part));
        return found.Distinct().Take(Most).ToList();
    }

    /// <summary>The occupations that exactly this word names; none when it is no name or names more than two.</summary>
    public IReadOnlyList<int> Named(string word) => _terms.GetValueOrDefault(word) ?? [];

    private List<int> Of(string part)
    {
        if (_terms.TryGetValue(part, out var exact)) return exact;
        for (var length = Math.Min(_longest, part.Length - 1); length >= 2; length--)
        {
            // Chinese names end in the noun: the tail decides before the head does.
            if (_terms.TryGetValue(part[^length..], out var tail)) return tail;
            if (length >= 3 && _terms.TryGetValue(part[..length], out var head)) return head;
        }

        return [];
    }

    private void AddNames(List<Occupation> occupations, Func<Occupation, IEnumerable<string>> names)
    {
        var layer = new Dictionary<string, List<int>>(StringComparer.OrdinalIgnoreCase);
        foreach (var occupation in occupations)
        {
            foreach (var term in names(occupation).SelectMany(Forms).Where(t => t.Length > 1))
            {
                if (!layer.TryGetValue(term, out var ids)) layer[term] = ids = [];
                if (!ids.Contains(occupation.Id)) ids.Add(occupation.Id);
            }
        }

        foreach (var (term, ids) in layer) _terms.TryAdd(term, ids);
    }

    /// <summary>A catalogue marks green and digital work by letters (「S」「L」) and joins trades by 、.</summary>
    private static IEnumerable<string> Forms(string name) => name.Split('、', ',', '，').Select(n => Marks().Replace(n, "").Trim());

    private static string Clean(string part) => Noise().Replace(part, "").Trim();

    [GeneratedRegex("[（(【\\[]([^）)】\\]]*)[）)】\\]]")]
    private static partial Regex Brackets();

    [GeneratedRegex("[/、,，;；|+&\\s·]|和|及|兼(?!职)|或")]
    private static partial Regex Separators();

    [GeneratedRegex("急?(招聘?|聘|招募)|高薪|诚聘|长期|短期|若干|多名|数名|\\d+\\s*[名人位]|全职|兼职|临时(?!工)|日结|月结|包吃住?|包住|学徒|初级|中级|高级|资深|熟练|实习|应届|男女不限|岗位?$|[男女](?=.{0,4}[工员])|[!！*★☆~—-]")]
    private static partial Regex Noise();

    [GeneratedRegex("[LS]+$")]
    private static partial Regex Marks();
}
