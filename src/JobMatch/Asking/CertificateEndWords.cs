using System.Text.RegularExpressions;
using JobMatch.Occupations;

namespace JobMatch.Asking;

/// <summary>Certificates by when they run out: 「健康证快到期的」, 「证件过期的」, 「电工证今年到期」, 「三个月内到期的健康证」.</summary>
internal static partial class CertificateEndWords
{
    /// <summary>「快到期」: time enough to renew it.</summary>
    internal const int SoonMonths = 3;

    public static IEnumerable<PersonCondition> Find(LeftWords left, DateOnly today)
    {
        foreach (var words in (IReadOnlyList<Func<Regex>>)[EndsBehind, EndsBefore, Alone])
            foreach (Match match in words().Matches(left.Text))
                if (KindsOf(match.Groups["about"]) is { } kinds) yield return Taken(left, match, kinds.From, new CertificateEnding(kinds.Ids, DaysOf(match, today)));
    }

    private static PersonCondition Taken(LeftWords left, Match match, int skip, CertificateEnding asked)
    {
        var from = match.Groups["about"].Index == match.Index && match.Groups["about"].Success ? match.Index + skip : match.Index;
        if (from > 0 && left.Text[from - 1] is ('有' or '持') && !left.Text[..from].EndsWith("没有", StringComparison.Ordinal)) from--;
        left.Blank(from, match.Index + match.Length);
        return new PersonCondition(left.Typed(from, match.Index + match.Length).Trim()) { Certificate = asked };
    }

    /// <summary>The kinds that a name means, and how many letters before it are none of it; null where it means none. Every driving licence is a 驾照.</summary>
    private static (IReadOnlyList<int> Ids, int From)? KindsOf(Group about)
    {
        if (about.Length == 0) return ([], 0);
        for (var from = 0; about.Length > from; from++)
        {
            var name = about.Value[from..];
            if (AnyCertificate().IsMatch(name)) return ([], from);
            if (Driving().IsMatch(name)) return ([.. Kinds.Where(kind => kind.Name.StartsWith("驾驶证", StringComparison.Ordinal)).Select(kind => kind.Id)], from);
            if (Kinds.FirstOrDefault(kind => kind.Words.Append(kind.Name.Replace(" ", "", StringComparison.Ordinal)).Contains(name, StringComparer.OrdinalIgnoreCase)) is { } one) return ([one.Id], from);
        }

        return null;
    }

    private static readonly IReadOnlyList<CertificateKind> Kinds = [.. Catalogue.Instance.Certificates.Values.OrderBy(kind => kind.Id)];

    private static DaysAsked DaysOf(Match match, DateOnly today) =>
        match.Groups["period"] is { Success: true, Value: var said } ? PeriodWords.Read(said, today, ahead: true)
        : match.Groups["soon"].Success ? new DaysAsked(today, today.AddMonths(SoonMonths)) : new DaysAsked(null, today.AddDays(-1));

    private const string About = "(?<about>[\\p{L}\\d]{0,10}?[证照件书明]|[a-e][1-3]?)";

    private const string Ends = "(?<![没未不]|没有)(?:(?:在?(?<period>" + PeriodWords.Pattern + ")(?:就|将|会|要)*|(?<soon>(?:快要?|就要|即将|马上就?要?|将要|临近|要|快)+)|(?:已经?|都|早就)*)(?:到期|过期|失效|期满)了?|(?<soon>临期|快过期))";

    private const string People = "(?:的(?:人员?)?|人员)?";

    [GeneratedRegex(About + "(?:但是?|可是|不过)?(?:的?有效期)?(?:在|于)?" + Ends + People)]
    private static partial Regex EndsBehind();

    [GeneratedRegex(Ends + "的?" + About + "(?=的|$|\\s|[\\p{P}])" + People)]
    private static partial Regex EndsBefore();

    /// <summary>A certificate is what runs out where nobody says what does.</summary>
    [GeneratedRegex("(?<!\\S)" + Ends + "的?(?:人员?)?(?!\\S)")]
    private static partial Regex Alone();

    [GeneratedRegex("^(?:有|持)?(?:资格|资质|职业|上岗|技能|各种|任何)*(?:证件|证书|证|证照)$")]
    private static partial Regex AnyCertificate();

    [GeneratedRegex("^(?:驾照|驾驶证|行驶证)$")]
    private static partial Regex Driving();
}
