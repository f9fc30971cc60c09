using System.Text.RegularExpressions;
using JobMatch.Occupations;

namespace JobMatch.Postings;

/// <summary>
/// Reads conditions out of what somebody types: 「武鸣 保安 包吃住 3000以上」 is a place, an occupation, two needs and a wage. Engine-free and
/// without memory: the same text always says the same. In doubt words stay words; a wrong guess is one press away from being taken back.
/// </summary>
public sealed partial class UnderstandQuery(PlaceNames places)
{
    public async Task<UnderstoodQuery> RunAsync(string? typed, CancellationToken cancel)
    {
        typed = (typed ?? "").Trim();
        if (typed.Length == 0) return UnderstoodQuery.Literally(typed);
        var names = await places.ReadAsync(cancel);
        var left = new LeftWords(typed);
        var parts = new List<UnderstoodPart>();
        if (PayWords.Find(left.Text) is { } pay) parts.Add(left.Take(pay));
        parts.AddRange(QueryWords.Find(left));
        if (PlaceIn(left, names) is { } place) parts.Add(left.Take(place));
        parts.AddRange(PinyinWords.Find(left, names, placeIsKnown: parts.Exists(p => p.Kind == UnderstoodKind.Place)));
        foreach (var (from, to) in left.Chunks())
            if (OccupationIn(left, from, to) is { } occupation) parts.Add(left.Take(occupation));
        return new UnderstoodQuery(typed, [.. parts.OrderBy(p => p.From)], string.Join(' ', left.Chunks().Select(c => typed[c.From..c.To]).Where(word => parts.Count == 0 || !IsFiller(word))));
    }

    /// <summary>
    /// A place of our own at either end of a word; any other division only as a whole word, or before an occupation: 东莞普工 says where, 安康超市
    /// does not. The nearest kind of place wins.
    /// </summary>
    private static UnderstoodPart? PlaceIn(LeftWords left, KnownPlaces names)
    {
        foreach (var (from, to) in left.Chunks())
        {
            var chunk = left.Text[from..to];
            if (names.Own.FirstOrDefault(p => chunk.StartsWith(p.Form, StringComparison.Ordinal)) is { } start) return Part(start, from);
            if (names.Own.FirstOrDefault(p => chunk.EndsWith(p.Form, StringComparison.Ordinal)) is { } end) return Part(end, to - end.Form.Length);
            if (InnerOf(chunk, names) is { } inner) return UnderstoodPart.Of(inner.Place, left, from, from + inner.Length);
            if (names.Others.TryGetValue(chunk, out var whole)) return Part(whole, from);
            for (var length = Math.Min(chunk.Length - 2, names.LongestOther); length >= 2; length--)
                if (names.Others.TryGetValue(chunk[..length], out var before) && OccupationIn(left, from + length, to) is not null) return Part(before, from);
        }

        return null;

        UnderstoodPart Part(KnownPlace place, int at) => UnderstoodPart.Of(place, left, at, at + place.Form.Length);
    }

    /// <summary>A place and one within it, written as one, mean the inner one: 浙江宁波, 广东省东莞市.</summary>
    private static (KnownPlace Place, int Length)? InnerOf(string chunk, KnownPlaces names)
    {
        for (var outer = Math.Min(chunk.Length - 2, names.LongestOther); outer >= 2; outer--)
        {
            if (!names.Others.TryGetValue(chunk[..outer], out var wide)) continue;
            for (var inner = Math.Min(chunk.Length - outer, names.LongestOther); inner >= 2; inner--)
                if (names.Others.TryGetValue(chunk.Substring(outer, inner), out var place) && place.IsWithin(wide)) return (place, outer + inner);
        }

        return null;
    }

    /// <summary>A name of the catalogue: the whole word, the word without "的", "找", "工作" around it, or its end, as Chinese names end in the noun.</summary>
    private static UnderstoodPart? OccupationIn(LeftWords left, int from, int to)
    {
        var text = left.Text;
        while (Before().Match(text[from..to]) is { Success: true, Length: var length } && from + length < to) from += length;
        while (Behind().Match(text[from..to]) is { Success: true, Length: var length } && from < to - length) to -= length;
        for (var start = from; start + 2 <= to; start++)
        {
            var name = text[start..to];
            var named = OccupationResolver.Instance.Resolve(name).Where(found => found.Words == name).ToList();
            if (named.Count > 0) return new UnderstoodPart(UnderstoodKind.Occupation, name, start, to) { OccupationIds = OccupationResolver.Ids(named), OccupationName = left.Typed(start, to) };
        }

        return null;
    }

    private static bool IsFiller(string word) => Filler().IsMatch(word);

    [GeneratedRegex("^(的|在|找|招聘|招|想做|想找|要|想)")]
    private static partial Regex Before();

    [GeneratedRegex("(的|工作|岗位|招聘|活)$")]
    private static partial Regex Behind();

    [GeneratedRegex("^(的|在|找|招|招聘|想做|想找|要|想|工作|岗位|活|找工作|工资|月薪|每月|能|可以|有|和)+$")]
    private static partial Regex Filler();
}

/// <summary>What was typed, folded character for character, with what has been understood blanked out.</summary>
internal sealed class LeftWords
{
    private readonly string _typed;
    private readonly char[] _left;

    public LeftWords(string typed)
    {
        _typed = typed;
        _left = [.. typed.Select(Fold)];
    }

    /// <summary>As long as what was typed; blanks where something was taken.</summary>
    public string Text => new(_left);

    public string Typed(int from, int to) => _typed[from..to];

    public UnderstoodPart Take(UnderstoodPart part)
    {
        _left.AsSpan(part.From, part.To - part.From).Fill(' ');
        return part with { Text = _typed[part.From..part.To].Trim() };
    }

    /// <summary>Runs of letters and digits that are left.</summary>
    public List<(int From, int To)> Chunks()
    {
        var chunks = new List<(int From, int To)>();
        for (var at = 0; at < _left.Length; at++)
        {
            if (!IsWord(_left[at])) continue;
            var from = at;
            while (at < _left.Length && IsWord(_left[at])) at++;
            chunks.Add((from, at));
        }

        return chunks;
    }

    private static bool IsWord(char c) => char.IsLetterOrDigit(c) || char.IsSurrogate(c);

    private static char Fold(char c) => char.ToLowerInvariant(c is >= '！' and <= '～' ? (char)(c - 0xFEE0) : c is '　' ? ' ' : c);
}
