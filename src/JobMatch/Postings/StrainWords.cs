using System.Text.RegularExpressions;
using JobMatch.Matching;

namespace JobMatch.Postings;

/// <summary>How hard the work of a posting is, by its words.</summary>
internal static partial class StrainWords
{
    /// <summary>As it is said, or as work of that name usually is.</summary>
    public static Strain Of(string text) =>
        Heavy().IsMatch(text) ? Strain.Heavy : Light().IsMatch(text) ? Strain.Light : Medium().IsMatch(text) ? Strain.Medium : Strain.Unknown;

    /// <summary>Whether it is said how hard the work is, and not only which work it is.</summary>
    public static bool Say(string text, Strain strain) => strain switch
    {
        Strain.Heavy => SaidHeavy().IsMatch(text),
        Strain.Light => SaidLight().IsMatch(text),
        _ => SaidMedium().IsMatch(text),
    };

    [GeneratedRegex("装卸|搬运|扛|重体力|体力(活|劳动|好)|力气活|身强力壮|堆垛|搬砖|挖(沟|坑)|泥工|砌筑|浇筑|钢筋工|重物")]
    private static partial Regex Heavy();

    [GeneratedRegex("轻松|坐着(做|上班|干)|坐班|手工活|轻体力|轻活|串珠|手工(加工|制作|活)|收银|文员|前台|质检|看护|值守|仪表")]
    private static partial Regex Light();

    [GeneratedRegex("站(着|立)|流水线|吃苦耐劳|保洁|清扫|洗碗|帮厨|巡逻|操作工|普工|包装工|绿化")]
    private static partial Regex Medium();

    [GeneratedRegex("重体力|体力(活|劳动|好)|力气活|身强力壮|重物|扛|重活|累活")]
    private static partial Regex SaidHeavy();

    [GeneratedRegex("轻松|坐着(做|上班|干)|坐班|轻体力|轻活")]
    private static partial Regex SaidLight();

    [GeneratedRegex("站(着|立)|吃苦耐劳")]
    private static partial Regex SaidMedium();
}
