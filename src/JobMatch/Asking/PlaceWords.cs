using System.Text.RegularExpressions;

namespace JobMatch.Asking;

/// <summary>Where: a place that is asked for (石门, 东莞普工, 浙江宁波), or one that work should be near to (离石门近, 石门附近).</summary>
internal static partial class PlaceWords
{
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
                if (LivesThere(left, place, at) is { } lives) return [lives];
                continue;
            }

            var from = at > 0 && left.Text[at - 1] is '离' or '在' ? at - 1 : at;
            return [left.Take(UnderstoodPart.Of(place, left, from, behind + near.Length) with { Kind = UnderstoodKind.Nearest, RegionCode = null, SettlementId = null, From = from, Near = place.Position })];
        }

        return [];
    }

    /// <summary>「我是幸福里的，想找附近的活」: near is near there.</summary>
    private static UnderstoodPart? LivesThere(LeftWords left, KnownPlace place, int at)
    {
        if (Lives().Match(left.Text[..at]) is not { Success: true } lives || NearBy().Match(left.Text) is not { Success: true } near) return null;
        var behind = at + place.Form.Length + Behind().Match(left.Text[(at + place.Form.Length)..]).Length;
        left.Blank(near.Index, near.Index + near.Length);
        return left.Take(UnderstoodPart.Of(place, left, lives.Index, behind) with { Kind = UnderstoodKind.Nearest, RegionCode = null, SettlementId = null, Near = place.Position });
    }

    /// <summary>「不去广东」, 「除了广东都可以」, 「-广东」: what is there is left out.</summary>
    public static IEnumerable<UnderstoodPart> NotThere(LeftWords left, KnownPlaces places)
    {
        foreach (var (from, to) in left.Chunks())
        {
            var isMinus = from > 0 && left.Text[from - 1] is '-' or '－' && (from == 1 || left.Text[from - 2] == ' ');
            var name = isMinus ? left.Text[from..to] : NotTo().Match(left.Text[from..to]).Groups["place"].Value;
            if (Named(name, places) is { RegionCode: not null } place) yield return left.Take(UnderstoodPart.Of(place, left, isMinus ? from - 1 : from, to) with { Kind = UnderstoodKind.NotThere, SettlementId = null });
        }
    }

    private static KnownPlace? Named(string name, KnownPlaces places) => name.Length < 2 ? null : places.Own.FirstOrDefault(p => p.Form == name && !p.IsAlias) ?? places.Others.GetValueOrDefault(name);

    /// <summary>
    /// A place of our own at either end of a word; any other division only as a whole word, or before an occupation: 东莞普工 says where, 安康超市
    /// does not. The nearest kind of place wins.
    /// </summary>
    public static IEnumerable<UnderstoodPart> Find(LeftWords left, KnownPlaces places, IReadOnlyList<UnderstoodPart> before) =>
        before.Any(p => p.Kind == UnderstoodKind.Place) || PlaceIn(left, places) is not { } place ? [] : [left.Take(place)];

    private static UnderstoodPart? PlaceIn(LeftWords left, KnownPlaces names)
    {
        foreach (var (begin, to) in left.Chunks())
        {
            // 去广东: the way there says no more than the place.
            var from = begin + 1 < to && left.Text[begin] is '去' or '到' or '往' or '在' ? begin + 1 : begin;
            var chunk = left.Text[from..to];
            if (names.Own.FirstOrDefault(p => chunk.StartsWith(p.Form, StringComparison.Ordinal)) is { } start) return Part(start, from);
            if (names.Own.FirstOrDefault(p => chunk.EndsWith(p.Form, StringComparison.Ordinal)) is { } end) return Part(end, to - end.Form.Length);
            if (InnerOf(chunk, names) is { } inner) return UnderstoodPart.Of(inner.Place, left, from, from + inner.Length);
            if (names.Others.TryGetValue(chunk, out var whole)) return Part(whole, from);
            for (var length = Math.Min(chunk.Length - 2, names.LongestOther); length >= 2; length--)
                if (names.Others.TryGetValue(chunk[..length], out var outer) && (UnderstandQuery.OccupationIn(left, from + length, to) is not null || FillerWords.IsFactory(chunk[length..]) || chunk[length..] == "工地")) return Part(outer, from);
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

    [GeneratedRegex("(?:我们?|俺|本人|咱)?(?:家?住在|家?住|家在|是|在)$")]
    private static partial Regex Lives();

    [GeneratedRegex("^(?:社区|小区)?(?:那边|这边|里面?)?(?:住)?(?:的人|人|的)?")]
    private static partial Regex Behind();

    [GeneratedRegex("(?:离家|离我)?(?:比较)?(?:附近|就近|近一点|近点|近的|家门口|周边)(?:的|上班|打工|干活|的活|的工作)*")]
    private static partial Regex NearBy();

    [GeneratedRegex("^我?(?:不想去|不愿意?去|不要去|不想在|不要在|不在|不要|不去|不到|别去|除了|除开)(?<place>.{2,8}?)(?:那边|那里)?(?:的|以外|之外|打工|上班|工作|务工|就行|都行|都可以|都好|都能去|都去)*$")]
    private static partial Regex NotTo();
}
