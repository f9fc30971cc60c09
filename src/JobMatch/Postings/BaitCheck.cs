using System.Text.RegularExpressions;
using JobMatch.Matching;

namespace JobMatch.Postings;

/// <summary>Why a station has to look before residents see a posting.</summary>
[Flags]
public enum BaitFlags
{
    None = 0,

    /// <summary>Asks the applicant for money: deposit, clothes, training, an agent's fee.</summary>
    Fee = 1,

    /// <summary>Pay far above what its kind of work pays.</summary>
    PayFarAbove = 2,

    /// <summary>Ten thousand a day, a fortune without work.</summary>
    EasyMoney = 4,

    /// <summary>Seamen, guards, escorts at ten thousand a month with food and lodging.</summary>
    KnownLure = 8,

    /// <summary>刷单, running bank cards, lending accounts: crimes, not jobs.</summary>
    Crime = 16,

    /// <summary>Well paid abroad.</summary>
    Abroad = 32,
}

/// <summary>Finds what baits look like. A flag accuses nobody: it makes a station look first.</summary>
public static partial class BaitCheck
{
    /// <summary>Fen a month at the lower end above which unskilled work of a kind is not believed without a look.</summary>
    private static long Unbelievable(PostingKind kind) => kind switch
    {
        PostingKind.PublicWelfare => 500_000,
        PostingKind.HomeWork => 800_000,
        PostingKind.AidWorkshop => 1_000_000,
        PostingKind.WorkRelief => 1_200_000,
        _ => 1_500_000,
    };

    /// <param name="kind">Decides how much pay is believed.</param>
    /// <param name="wage">With its monthly equivalents.</param>
    /// <param name="education">Pay is not doubted where a college is asked for.</param>
    /// <param name="texts">Title, description, wage text, tags.</param>
    public static BaitFlags Check(PostingKind kind, Wage wage, Education education, params string?[] texts)
    {
        ArgumentNullException.ThrowIfNull(wage);
        var text = string.Join('\n', texts.Append(wage.Text));
        var flags = BaitFlags.None;
        if (AsksMoney(text)) flags |= BaitFlags.Fee;
        if (education < Education.JuniorCollege && wage.MonthlyMinFen > Unbelievable(kind)) flags |= BaitFlags.PayFarAbove;
        if (EasyMoney().IsMatch(text)) flags |= BaitFlags.EasyMoney;
        if (education < Education.JuniorCollege && Lure().IsMatch(text) && (wage.MonthlyMinFen >= 1_000_000 || TenThousand().IsMatch(text))) flags |= BaitFlags.KnownLure;
        if (Crime().IsMatch(text)) flags |= BaitFlags.Crime;
        if (Abroad().IsMatch(text)) flags |= BaitFlags.Abroad;
        return flags;
    }

    /// <summary>As it is stored in <see cref="Posting.Flag"/>: codes joined by commas, empty when there is none.</summary>
    public static string Code(BaitFlags flags) => flags == BaitFlags.None ? "" : flags.ToString().Replace(" ", "", StringComparison.Ordinal);

    private static bool AsksMoney(string text)
    {
        foreach (Match match in FeeWord().Matches(text))
        {
            var start = text.LastIndexOfAny(['。', '；', ';', '\n', '！', '!'], Math.Max(0, match.Index - 1)) + 1;
            var before = text[Math.Max(start, match.Index - 10)..match.Index];
            var after = text[(match.Index + match.Length)..Math.Min(text.Length, match.Index + match.Length + 8)];
            if (!NotAsked().IsMatch(before) && !PaidForYou().IsMatch(after)) return true;
        }

        return false;
    }

    [GeneratedRegex("押金|服装费|工装费|工作服费|培训费|保证金|体检费|中介费|介绍费|报名费|建档费|资料费|办证费|入职费|手续费|定金|诚意金|会员费|垫付|岗位费|服务费")]
    private static partial Regex FeeWord();

    [GeneratedRegex("(?<!\\d)0元?$|免|不收|不交|不缴|不用|无|不需|不必|没有|不扣|严禁|禁止|谨防|不得|不会|零|拒绝|任何|报销|承担|补贴|补助|返还|公司出|代付")]
    private static partial Regex NotAsked();

    [GeneratedRegex("^[\\p{IsCJKUnifiedIdeographs}]{0,4}(报销|全免|免|补贴|补助|由公司|公司承担|单位承担|我们出|不收|0元|零)")]
    private static partial Regex PaidForYou();

    [GeneratedRegex("日(结|入|赚|薪)\\s*(过|上|高达)?\\s*(万|一万|上万|[1-9]万|[1-9]\\d{4,})|(躺|轻松|在家|动动手指)(就能|即可|也能)?(赚|挣|月入)\\s*\\d*(过?万|上万|大钱)|月入\\s*(十万|[1-9]0万|数十万)|一夜暴富|稳赚")]
    private static partial Regex EasyMoney();

    [GeneratedRegex("海员|船员|水手|保镖|押运|保安|(夜场|酒店|商务|[男女])公关|陪酒|伴游|男模|礼仪模特|私人助理")]
    private static partial Regex Lure();

    [GeneratedRegex("(月薪|工资|薪资|收入|月入)[^,，。；\\n\\d]{0,4}(过万|上万|一万|[1-9]\\d?万|[1-9]\\d{4}(?!\\d))|[1-9]\\d{4}\\s*元/?月")]
    private static partial Regex TenThousand();

    [GeneratedRegex("刷单|刷信誉|刷流水|跑分|走账|出租银行卡|收购银行卡|收购电话卡|博彩|网赌|代孕|卖卵|捐卵|打粉|引流加粉")]
    private static partial Regex Crime();

    [GeneratedRegex("(境外|国外|出国|缅甸|缅北|柬埔寨|老挝|金三角|西港|妙瓦底|菲律宾|迪拜)[^。\\n]{0,20}(高薪|高工资|月薪|月入|年薪|包机票|过万|[1-9]万|客服|打字)|高薪[^。\\n]{0,12}(境外|国外|出国|缅甸|柬埔寨|老挝|菲律宾)|偷渡|绕关")]
    private static partial Regex Abroad();
}
