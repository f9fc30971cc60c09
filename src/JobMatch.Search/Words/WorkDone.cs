using System.Text.RegularExpressions;

namespace JobMatch.Search.Words;

/// <summary>
/// Work said by what is done (洗碗, 摘辣椒, 换床单) and not by who does it (洗碗工, 保安). Texts list such duties, so that a posting whose text says one is an answer too, behind those that
/// are called so; who somebody is stands in texts for many other reasons.
/// </summary>
internal static partial class WorkDone
{
    public static bool Is(string word) => Done().IsMatch(word);

    [GeneratedRegex("^[端记串摘采砍洗换栽捡种扫擦剪喂养割锄翻晒切炒烧煮蒸打搬装卸贴刷砌抹绑扎拧拆接送陪照收分拣挑选包叠熨烫铺拖倒浇施除挖背扛抬推拉](?!机).{0,4}[^工员师嫂手匠人妹姐姨叔哥长]$")]
    private static partial Regex Done();
}
