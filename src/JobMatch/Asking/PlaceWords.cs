using System.Text.RegularExpressions;

namespace JobMatch.Asking;

/// <summary>Where: a place that is asked for (石门, 东莞普工, 浙江宁波), or one that work should be near to (离石门近, 石门附近).</summary>
internal static partial class PlaceWords
{
    /// <summary>Places of one question, at most.</summary>
    private const int MostPlaces = 4;

    private static readonly string[] NearWords = ["比较近", "最近", "很近", "近一点", "近点", "近些", "近", "不远", "附近", "周边", "旁边", "这边", "那边", "边上"];

    /// <summary>An order rather than a filter, where it is known where the place lies.</summary>
    public static IEnumerable<UnderstoodPart> Near(LeftWords left, KnownPlaces places)
    {
        foreach (var place in places.Own.Where(p => p.Position is not null))
        {
            var at = left.Text.IndexOf(place.Form, StringComparison.Ordinal);
            if (at < 0) continue;
            var behind = at + place.Form.Length;
            if (NearWords.FirstOrDefault(word => left.Text.AsSpan(behind).StartsWith(word, StringComparison.Ordinal)) is not { } near)
            {
                if (LivesThere(left, place, at, places) is { } lives) return [lives];
                continue;
            }

            var from = at > 0 && left.Text[at - 1] is '离' or '在' ? at - 1 : at;
            return [left.Take(UnderstoodPart.Of(place, left, from, behind + near.Length) with { Kind = UnderstoodKind.Nearest, RegionCode = null, SettlementId = null, PlaceName = place.Name, From = from, Near = place.Position })];
        }

        return [];
    }

    /// <summary>「我是幸福里的，想找附近的活」: near is near there; 「我家在石门，想找龙泉的活」: there, the nearest first.</summary>
    private static UnderstoodPart? LivesThere(LeftWords left, KnownPlace place, int at, KnownPlaces places)
    {
        if (Lives().Match(left.Text[..at]) is not { Success: true } lives) return null;
        var behind = at + place.Form.Length + Behind().Match(left.Text[(at + place.Form.Length)..]).Length;
        if (NearBy().Match(left.Text) is { Success: true } near) left.Blank(near.Index, near.Index + near.Length);
        else if (!places.Own.Any(other => other.Name != place.Name && left.Text.IndexOf(other.Form, behind, StringComparison.Ordinal) >= 0)) return null;
        return left.Take(UnderstoodPart.Of(place, left, lives.Index, behind) with { Kind = UnderstoodKind.Nearest, RegionCode = null, SettlementId = null, PlaceName = place.Name, Near = place.Position });
    }

    /// <summary>「不去广东」, 「除了广东和福建都可以」, 「-广东」: what is there is left out.</summary>
    public static IEnumerable<UnderstoodPart> NotThere(LeftWords left, KnownPlaces places)
    {
        foreach (Match not in NotTo().Matches(left.Text))
        {
            var there = new List<KnownPlace>();
            var to = not.Index + not.Length;
            while (PlaceAt(left.Text, to + JoinAt(left.Text, to, there.Count), places) is { } place)
            {
                to += JoinAt(left.Text, to, there.Count) + place.Form.Length;
                there.Add(place);
            }

            if (there.Count == 0 || AsMuch().Match(left.Text, to) is not { Success: true, Length: var more }) continue;
            yield return left.Take(UnderstoodPart.Of(there[0], left, not.Index, to + more) with
            {
                Kind = UnderstoodKind.NotThere, RegionCode = null, SettlementId = null, NotRegions = [.. there.Select(p => p.RegionCode!.Value)], PlaceName = string.Join('、', there.Select(p => p.Name)),
            });
        }
    }

    private static int JoinAt(string text, int at, int before) => before > 0 && at < text.Length && text[at] is '和' or '跟' or '与' or '或' or '及' or '、' ? 1 : 0;

    /// <summary>The place whose name stands there, the longest form that does; none of those that are a settlement, or no name.</summary>
    private static KnownPlace? PlaceAt(string text, int at, KnownPlaces places)
    {
        for (var length = Math.Min(text.Length - at, places.LongestOther); length >= 2; length--)
            if (places.Own.FirstOrDefault(own => own is { IsAlias: false, RegionCode: not null } && own.Form.Length == length && string.CompareOrdinal(text, at, own.Form, 0, length) == 0) is { } own) return own;
            else if (places.Others.TryGetValue(text.Substring(at, length), out var other)) return other;
        return null;
    }

    /// <summary>
    /// Each place of our own at either end of a word; any other division only as a whole word, or before an occupation: 东莞普工 says where, 安康超市
    /// does not. The nearest kind of place wins. 「龙泉镇和石门镇」 are two.
    /// </summary>
    public static IEnumerable<UnderstoodPart> Find(LeftWords left, KnownPlaces places)
    {
        var found = new List<UnderstoodPart>();
        while (found.Count < MostPlaces && PlaceIn(left, places, found.Count > 0) is { } place) found.Add(left.Take(place));
        return found;
    }

    private static UnderstoodPart? PlaceIn(LeftWords left, KnownPlaces names, bool hasOther)
    {
        foreach (var (begin, to) in left.Chunks())
        {
            // 去广东: the way there says no more than the place; nor does what joins it to another.
            var from = begin + 1 < to && (left.Text[begin] is '去' or '到' or '往' or '在' || (hasOther && left.Text[begin] is '和' or '跟' or '与' or '或' or '及')) ? begin + 1 : begin;
            var chunk = left.Text[from..to];
            if (names.Own.FirstOrDefault(p => chunk.StartsWith(p.Form, StringComparison.Ordinal)) is { } start) return Part(start, from);
            if (names.Own.FirstOrDefault(p => chunk.EndsWith(p.Form, StringComparison.Ordinal)) is { } end) return Part(end, to - end.Form.Length);
            if (InnerOf(chunk, names) is { } inner) return UnderstoodPart.Of(inner.Place, left, from, from + inner.Length);
            if (names.Others.TryGetValue(chunk, out var whole)) return Part(whole, from);
            if (SideBySide(chunk, names) is { } first) return Part(first, from);
            for (var length = Math.Min(chunk.Length - 2, names.LongestOther); length >= 2; length--)
                if (names.Others.TryGetValue(chunk[..length], out var outer) && (UnderstandQuery.OccupationIn(left, from + length, to) is not null || FillerWords.IsFactory(chunk[length..]) || chunk[length..] == "工地" || chunk[length] == '的')) return Part(outer, from);
        }

        return null;

        UnderstoodPart Part(KnownPlace place, int at) => UnderstoodPart.Of(place, left, at, at + place.Form.Length);
    }

    /// <summary>The first of two places in one word: 广东或福建.</summary>
    private static KnownPlace? SideBySide(string chunk, KnownPlaces names) =>
        SentenceWords.SideBySide(chunk).Select(piece => chunk[piece.From..piece.To]).ToList() is [var first, var next, ..] && names.Others.TryGetValue(first, out var place)
        && BeginsWithPlace(next, names) ? place : null;

    private static bool BeginsWithPlace(string word, KnownPlaces names)
    {
        for (var length = Math.Min(word.Length, names.LongestOther); length >= 2; length--)
            if (names.Others.ContainsKey(word[..length])) return true;
        return names.Own.Any(own => word.StartsWith(own.Form, StringComparison.Ordinal));
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

    [GeneratedRegex("(?:我们?|俺|本人|咱)?(?:家?住在|家?住|家在|是|在)$")]
    private static partial Regex Lives();

    [GeneratedRegex("^(?:社区|小区)?(?:那边|这边|里面?)?(?:住)?(?:的人|人|的)?")]
    private static partial Regex Behind();

    [GeneratedRegex("(?:离家|离我)?(?:比较)?(?:附近|就近|近一点|近点|近的|家门口|周边)(?:的|上班|打工|干活|的活|的工作)*")]
    private static partial Regex NearBy();

    [GeneratedRegex("(?<![\\p{L}])(?:我?(?:不想去|不愿意?去|不要去|不想在|不要在|不在|不要|不去|不到|别去|除了|除开)|(?<![^ ])[-－])")]
    private static partial Regex NotTo();

    /// <summary>What says no more behind a place that is left out, to the end of the word.</summary>
    [GeneratedRegex("\\G(?:那边|那里)?(?:的|以外|之外|打工|上班|工作|务工|就行|都行|都可以|都好|都能去|都去)*(?![\\p{L}\\p{N}])")]
    private static partial Regex AsMuch();
}
