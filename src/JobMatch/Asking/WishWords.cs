using System.Text.RegularExpressions;
using JobMatch.Matching;

namespace JobMatch.Asking;

/// <summary>
/// What a clerk says of people's wishes: 「想做公益岗」, 「不上夜班」, 「愿意出省」, 「要照顾小孩」, 「想学缝纫」, 「工资4000以上」. Kinds and shifts are called as residents call them
/// (<see cref="EverydayWords"/>); those that are also work somebody did (零工) are a wish only behind a word that says so.
/// </summary>
public static partial class WishWords
{
    private const PostingKinds Always = PostingKinds.PublicWelfare | PostingKinds.AidWorkshop | PostingKinds.WorkRelief;

    private static readonly IReadOnlyList<Mobility> WithinCounty = [Mobility.AtHome, Mobility.Settlement, Mobility.Township, Mobility.County];

    /// <summary>The wish that a whole word says; null for any other.</summary>
    public static WishesAsked? Read(string word)
    {
        ArgumentNullException.ThrowIfNull(word);
        return ReachOf(word) ?? CareOf(word) ?? WillingOf(word) ?? TrainingOf(word) ?? OfEverydayWords(word) ?? OfEverydayWords(Suffix().Replace(word, ""));
    }

    internal static bool IsTraining(string word) => TrainingOf(word) is not null;

    /// <summary>The pay that people ask for at least, where it is a month's.</summary>
    internal static IEnumerable<PersonCondition> FindPay(LeftWords left)
    {
        var text = left.Text;
        // Looked for in a copy: the pay of a day or an hour is on no ledger, and stays words.
        if (PayWords.Find(new LeftWords(text)).FirstOrDefault() is not { } pay || (pay.MonthlyFromFen ?? pay.MonthlyToFen) is null) yield break;
        var from = pay.From - PayBefore().Match(text[..pay.From]).Length;
        var to = pay.To + PayBehind().Match(text[pay.To..]).Length;
        // Inside a longer word an amount is part of a name.
        if (from > 0 && char.IsAsciiLetterOrDigit(text[from - 1])) yield break;
        var isEnough = Enough().IsMatch(text[pay.To..]) && pay.MonthlyToFen is null;
        left.Blank(from, to);
        yield return new PersonCondition(left.Typed(from, to).Trim()) { Wishes = new WishesAsked { FloorFromFen = isEnough ? null : pay.MonthlyFromFen, FloorToFen = isEnough ? pay.MonthlyFromFen : pay.MonthlyToFen } };
    }

    private static WishesAsked? ReachOf(string word) => Reach().Match(word) is not { Success: true } match ? null : new WishesAsked
    {
        Reach = match switch
        {
            _ when match.Groups["out"].Success && match.Groups["not"].Success || match.Groups["county"].Success => WithinCounty,
            _ when match.Groups["far"].Success && match.Groups["not"].Success || match.Groups["province"].Success => [.. WithinCounty, Mobility.Province],
            _ when match.Groups["out"].Success => [Mobility.Province, Mobility.Anywhere],
            _ when match.Groups["far"].Success => [Mobility.Anywhere],
            _ when match.Groups["near"].Success => [Mobility.AtHome, Mobility.Settlement],
            _ => [Mobility.AtHome, Mobility.Settlement, Mobility.Township],
        },
    };

    private static WishesAsked? CareOf(string word) => Care().IsMatch(word) ? new WishesAsked { Care = true } : null;

    private static WishesAsked? WillingOf(string word) => Willing().Match(word) is { Success: true } match ? new WishesAsked { Willing = !match.Groups["not"].Success } : null;

    private static WishesAsked? TrainingOf(string word)
    {
        if (AnyTraining().IsMatch(word)) return new WishesAsked { AnyTraining = true };
        return Training().Match(word) is { Success: true } match && PeopleWords.TrainingOf(match.Groups["about"].Value) is { } kind ? new WishesAsked { TrainingKindIds = [kind] } : null;
    }

    private static WishesAsked? OfEverydayWords(string word)
    {
        if (Rotating().IsMatch(word)) return new WishesAsked { Shifts = Shifts.TwoShift | Shifts.ThreeShift };
        var want = Want().Match(word);
        var said = EverydayWords.Whole(word[want.Length..]) ?? EverydayWords.Whole(word[(want.Length + Verb().Match(word[want.Length..]).Length)..]);
        return said switch
        {
            { PostingKind: { } kind } when want.Length > 0 || (kind.AsSet() & Always) != 0 => new WishesAsked { Kinds = kind.AsSet() },
            { Shift: { } shift } => new WishesAsked { Shifts = (Shifts)(1 << ((int)shift - 1)) },
            { Needs: PostingNeeds.Nights } => new WishesAsked { Nights = true },
            { Needs: PostingNeeds.NoNights } => new WishesAsked { Nights = false },
            _ => Firm().IsMatch(word) ? new WishesAsked { Kinds = PostingKinds.Enterprise } : null,
        };
    }

    private const string Wants = "(?:我|还|也|就|只|都)*(?:想要?|愿意|乐意|希望|准备|打算|可以|能够?|肯|接受|要求?|想找|找|意向)*";

    private const string Working = "(?:务工|打工|工作|上班|就业|找工作|干活|做事|做工|找活|做活|做|干|的)*";

    [GeneratedRegex("^" + Wants)]
    private static partial Regex Want();

    [GeneratedRegex("^(?:做|干|进|去|打|找|上|当|到|从事|报名?|申请)")]
    private static partial Regex Verb();

    [GeneratedRegex("(?<=.{2})(?:的?(?:工作|岗位|活儿?)|的)$")]
    private static partial Regex Suffix();

    [GeneratedRegex("^(?:能|可以|愿意|想|接受|肯)(?:上)?倒班$")]
    private static partial Regex Rotating();

    [GeneratedRegex("^(?:想|愿意|希望|准备|打算)(?:进|去|到)(?:企业|工厂|厂|厂里|公司)(?:上班|打工|做工|务工)?$")]
    private static partial Regex Firm();

    [GeneratedRegex($"""
        ^(?=[我还也就只都想愿乐希准打可能肯接要找意不没别去到走出外跨省县家])(?:
        (?:{Wants}|(?<not>(?:我|还|也|就|都)*(?:不想|不愿意?|不能|不肯|不会|不考虑|不打算|没法|不方便|不|别)(?:要)?))再?(?:去|到|走|跑)?(?:(?<far>出省|省外|外省|跨省)|(?<out>出县|县外|外县|外出|外地|出远门|外面|出去))
        |{Wants}(?:去|到|(?<=[想意望备算以能够肯要求找])在)?(?:(?<county>县内|本县|县里|县城里?|就近|本地)|(?<province>省内|本省)|(?<near>小区里?|安置区里?|社区里?|安置点)(?:附近|内|里)?|(?:家门口|家附近|乡镇|镇上|镇里|乡里))
        ){Working}$
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Reach();

    /// <summary>Whoever 要照顾 somebody at home; 会照顾老人 is work.</summary>
    [GeneratedRegex($"^(?:(?:因为|在家|现在|我|还)*(?:要|需要|得|必须)(?:在家)?(?:{Caring})(?:家里的?|家中的?|自己的?)?(?:[一两几]个)?(?:{Cared})+(?:上学|放学|读书)?|(?:家里|家中|家)?(?:还)?有(?:[一两几]个)?(?:{Cared})+(?:(?:要|需要|得)(?:人)?(?:{Caring})|走不开|离不开人?)|(?:{Cared})+(?:上学|放学|读书|还小)?(?:要|需要|得)(?:人)?(?:{Caring})|离不开家|走不开|要?顾家|脱不开身)$")]
    private static partial Regex Care();

    private const string Caring = "照顾|照看|看护|照料|照护|看管|接送|陪|带|看|管|接|养";

    private const string Cared = "小孩子?|孩子|娃娃|小娃|娃|孙子孙女|孙子|孙女|孙|外孙|老人家?|父母|爸妈|公婆|婆婆|病人|残疾人|家人|家里人?|家庭|家|老小|和|跟|、";

    [GeneratedRegex("^(?:(?:(?<not>没有?|无)|有)(?:就业|工作|务工|找工作|上班)(?:意愿|愿望|想法)|(?:(?<not>不想|不愿意?|不打算|不要)|想要?|愿意|希望|准备|打算)(?:出来|马上|尽快)?(?:找工作|上班|工作|就业|干活|做事|打工|务工|找活干?|找事做))$")]
    private static partial Regex Willing();

    [GeneratedRegex("^(?:想要?|愿意|希望|准备|打算|要)(?:去|再)?(?:参加|学习|培训|学|报名?|上)(?<about>.{2,}?)(?:的?(?:技能|技术)?培训班?|班)?$")]
    private static partial Regex Training();

    [GeneratedRegex("^(?:(?:想要?|愿意|希望|准备|打算)(?:去|再)?(?:参加|学习|接受|报名?|上)?(?:职业|技能|技术)*培训班?|(?:想要?|愿意|希望|准备|打算)(?:去)?学(?:[点些]|一?[门样个])?(?:技术|技能|手艺|本事)|有培训(?:意愿|需求|愿望))$")]
    private static partial Regex AnyTraining();

    [GeneratedRegex("(?:(?:想要?|希望|期望|要求|要|最低|起码|最少|意向|能拿到?|拿到?)(?:的)?(?:月薪|工资|薪资|收入|待遇)?(?:要求|要|在|达到|是)?)+$")]
    private static partial Regex PayBefore();

    /// <summary>「3000就行」: whoever asks for no more.</summary>
    [GeneratedRegex("^(?:就行|就可以|就干|就够|都行|都可以)")]
    private static partial Regex Enough();

    [GeneratedRegex("^(?:就行|就够|都可以|就可以|就干|都行|才干|才做|才去|才行)?(?:的工作|的岗位|的活|的)?")]
    private static partial Regex PayBehind();
}
