using System.Text.RegularExpressions;
using JobMatch.Matching;

namespace JobMatch.Asking;

/// <summary>What somebody must not or cannot do at work, as a clerk says it: 「不能搬重物」, 「怕高」, 「站不久」, 「不加班」. Nights are a wish too (<see cref="WishWords"/>).</summary>
internal static partial class LimitWords
{
    /// <summary>Of a whole word; null where it says none.</summary>
    public static WorkRestriction? Read(string word) => Limits.FirstOrDefault(limit => limit.Words().IsMatch(word)) is { Words: not null, Means: var means } ? means : null;

    private static readonly IReadOnlyList<(Func<Regex> Words, WorkRestriction Means)> Limits =
    [
        (Lifting, WorkRestriction.NoHeavyLifting), (Heights, WorkRestriction.NoHeights), (Standing, WorkRestriction.NoLongStanding), (Machinery, WorkRestriction.NoMachinery),
        (Dust, WorkRestriction.NoDustOrChemicals), (Sight, WorkRestriction.NoFineSight), (Hours, WorkRestriction.NoLongHours),
    ];

    private const string Cannot = "(?:不能够?|不可以|不宜|不适合|没法|没办法|无法|不便|不方便|做不了|干不了|受不了|不想|不愿意?|不要)(?:再|去|做|干|从事|接受)?";

    [GeneratedRegex("^(?:" + Cannot + "(?:搬|提|抬|扛|拿|背|挑|举|负)*(?:太)?(?:重物|重的(?:东西|物品|活)?|重活累?活?|重体力(?:劳动|活)?|体力活|力气活|粗活|东西|重)|(?:搬|提|抬|扛|拿|背)不[了动起](?:重物|重的东西|重的|重活|东西)?|(?:重活|重物|体力活)(?:做|干|搬|拿)不[了动]|没有?力气)$")]
    private static partial Regex Lifting();

    [GeneratedRegex("^(?:(?:怕|恐|畏)高(?:症)?|有恐高症?|" + Cannot + "(?:登|爬|上|在)?(?:高空?处?|高的地方)(?:作业|的?活|工作|干活)?|(?:登|爬)不了高)$")]
    private static partial Regex Heights();

    [GeneratedRegex("^(?:" + Cannot + "(?:长时间|长期|一直|太久|久)(?:的)?站(?:立|着|岗)?(?:工作|干活)?|" + Cannot + "站(?:得)?(?:太久|久|长时间|着(?:干活|工作|上班|做事))|站不(?:久|住|了(?:太久|多久)?)|久站不了)$")]
    private static partial Regex Standing();

    [GeneratedRegex("^(?:" + Cannot + "(?:开|碰|用|操作|接触)(?:机器|机械|机床|设备)|怕机器)$")]
    private static partial Regex Machinery();

    [GeneratedRegex("^(?:" + Cannot + "(?:接触|碰|沾|闻)?(?:粉尘|灰尘|化学品|化学药品|药水|有毒有害(?:物质)?|有害物质|油漆|刺激性?气味|粉尘作业)|(?:对)?(?:粉尘|灰尘|油漆|药水|化学品)过敏|怕(?:粉尘|灰尘|药水))$")]
    private static partial Regex Dust();

    [GeneratedRegex("^(?:(?:视力|眼睛|眼神|眼力)(?:不好|不行|差|不佳|有问题)|眼睛看不清|看不清(?:楚|东西)?|" + Cannot + "(?:费眼|精细)的?(?:活|工作)?|老花眼|近视严重)$")]
    private static partial Regex Sight();

    [GeneratedRegex("^(?:不加班|" + Cannot + "(?:经常|长期|老)?加班|" + Cannot + "(?:长时间|超时)(?:工作|上班|干活)|加不了班)$")]
    private static partial Regex Hours();
}
