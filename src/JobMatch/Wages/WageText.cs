using System.Globalization;
using System.Text.RegularExpressions;

namespace JobMatch.Wages;

/// <summary>
/// Puts the words of a wage in one shape before amounts are looked for: half-width letters, one kind of dash, digits for Chinese numerals
/// (「三千五」 3500, 「五六千」 5千-6千, 「月薪过万」 10000以上), and without what is no pay (ages, clock times, hours of work, days off, allowances).
/// </summary>
internal static partial class WageText
{
    private const string Numerals = "零一二三四五六七八九";
    private const string FormalNumerals = "壹贰叁肆伍陆柒捌玖拾佰仟";
    private const string PlainNumerals = "一二三四五六七八九十百千";

    public static string Tidy(string? text) => OneOf().Replace(WageRates.AsOne(InDigits(text)), "一");

    /// <summary>In one shape and in digits, every rate still as it was said.</summary>
    public static string InDigits(string? text)
    {
        var narrow = string.Concat((text ?? "").Select(c => c switch
        {
            >= '！' and <= '～' when c is not '～' => (char)(c - 0xFEE0),
            '　' or '\t' or '\r' or '\n' => ' ',
            '—' or '–' or '−' or '‐' or '－' or '―' or '～' or '〜' or '∼' or '~' => '-',
            '￥' or '¥' => ' ',
            '两' or '俩' => '二',
            _ => c,
        }));
        narrow = narrow.Replace("一对一", " ", StringComparison.Ordinal);
        narrow = LetterForZero().Replace(narrow, "0");
        narrow = OneForDash().Replace(narrow, "-");
        narrow = MonthsInWords().Replace(narrow, m => $" 1{NumberOf(m.Groups[1].Value)}薪");
        narrow = OneInDigits().Replace(narrow, match => match.Value.StartsWith('每') ? "每" : match.Value[..^1] + "一");
        narrow = FromTo().Replace(narrow, " ");
        narrow = SpacedThousands().Replace(narrow, "$1$2${t}${h}");
        narrow = Thousands().Replace(narrow, "$1");
        narrow = DottedThousands().Replace(narrow, "$1");
        narrow = Formal().Replace(narrow, m => string.Concat(m.Value.Select(Plain)));
        narrow = Jiao().Replace(narrow, "$1.$2元");
        narrow = SmallCoins().Replace(narrow, m => string.Create(CultureInfo.InvariantCulture, $"{DigitOf(m.Groups[1].Value)}.{DigitOf(m.Groups[2].Value)}元"));
        narrow = Coins().Replace(narrow, m => string.Create(CultureInfo.InvariantCulture, $"0.{DigitOf(m.Groups[1].Value)}{(m.Groups[2].Success ? DigitOf(m.Groups[2].Value) : "")}元{(m.Groups["one"].Success ? "一" : "")}"));
        narrow = Cents().Replace(narrow, m => string.Create(CultureInfo.InvariantCulture, $"{DigitOf(m.Groups[1].Value) / 100m:0.00}元"));
        narrow = AboutTenThousand().Replace(narrow, "10000左右");
        narrow = Million().Replace(narrow, "1000000元");
        narrow = Tens().Replace(narrow, m => NumberOf(m.Groups[2].Value) + 1 == NumberOf(m.Groups[3].Value) ? $"{m.Groups[1].Value}百{m.Groups[2].Value}十-{m.Groups[1].Value}百{m.Groups[3].Value}十" : m.Value);
        narrow = PerPerson().Replace(narrow, "/");
        narrow = Halves().Replace(narrow, "$1-$2元/半天");
        narrow = PowerFirst().Replace(narrow, "一$0");
        narrow = PerOne().Replace(narrow, " 一");
        // Beside what is paid for certain it is a boast.
        narrow = OverTenThousand().Replace(narrow, Certain().IsMatch(narrow) ? " " : "10000以上");
        narrow = WholeDay().Replace(narrow, ",每天");
        narrow = Neighbours().Replace(narrow, Neighbour);
        narrow = Numeral().Replace(narrow, m => NumberOf(m.Value).ToString(CultureInfo.InvariantCulture));
        narrow = LonePower().Replace(narrow, m => $"{NumberOf(m.Groups[1].Value)}元");
        return TrailingDigit().Replace(narrow, m => Join(m.Groups[1].Value, m.Groups[2].Value, m.Groups[3].Value));
    }

    /// <summary>「40OO-5OOO元」 was typed with the letter.</summary>
    [GeneratedRegex(@"(?<=\d[oO]*)[oO](?![A-NP-Za-np-z])")]
    private static partial Regex LetterForZero();

    /// <summary>「3000一3500」: between two amounts the character stands for a dash.</summary>
    [GeneratedRegex(@"(?<=\d{2,}\s*|\d\s*[千万])一(?=\d{2,}|\d\s*[千万])")]
    private static partial Regex OneForDash();

    /// <summary>「4500十三薪」: no part of the amount.</summary>
    [GeneratedRegex(@"(?<=\d\s*元?)十([二三四五六七八])(?=薪)")]
    private static partial Regex MonthsInWords();

    /// <summary>「百五一天」 is 150 a day, 「千八」 1800; 万一 is no number.</summary>
    [GeneratedRegex(@"(?<![\d一二三四五六七八九十百千万几数上老成])[百千][二三四五六七八九](?=\s*(?:元|块|/|每|左右|$|[,;。]|一?个?[天日月]))")]
    private static partial Regex PowerFirst();

    private const string Goods = "公?斤|件|单|只|双|条|套|箱|袋|串|吨|亩|捆|筐|片|辆|台|平方米?";

    /// <summary>「150块1天」, 「1斤18元」, 「每1件20元」: one of what is paid for, and no part of the amount.</summary>
    [GeneratedRegex(@"(?:元|块钱?|毛)\s*1(?=\s*个?(?:天|日|晚|月|年|周|星期|小时|钟头|时|次|趟|场|节|车|个|" + Goods + @"))|(?<![\d.,:/-])1(?=(?:" + Goods + @")\s*\d)|(?<![休试满第少足周每\d.,:/-])1(?=(?:天|个小时|小时|个月)\s*\d{2,})|每1(?=个?(?:天|日|月|小时|次|趟|" + Goods + "))")]
    private static partial Regex OneInDigits();

    /// <summary>What is left when ages, times, dates, hours, days, people and other numbers that are no pay are taken out.</summary>
    public static string WithoutOtherNumbers(string text) => OtherNumbers.TakenOut(MonthsPaid().Replace(text, " "));

    /// <summary>Without allowances, fees and trial pay; they are not the wage where a wage stands beside them.</summary>
    public static string WithoutExtras(string text) => Trial().Replace(Extra().Replace(text, " "), " ");

    /// <summary>12 unless 13薪, 13个月工资, 年底双薪 or 一年干10个月 is said.</summary>
    public static int MonthsPerYear(string text) =>
        MonthsPaid().Match(text) is not { Success: true } match ? 12
        : int.TryParse(match.Groups["n"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var months) ? months : 13;

    private static long DigitOf(string words) => long.TryParse(words, NumberStyles.None, CultureInfo.InvariantCulture, out var digits) ? digits : NumberOf(words);

    /// <summary>叁仟伍佰 is 三千五百.</summary>
    private static char Plain(char c) => FormalNumerals.IndexOf(c, StringComparison.Ordinal) is >= 0 and var at ? PlainNumerals[at] : c;

    private static string Neighbour(Match match)
    {
        var (low, high) = (Numerals.IndexOf(match.Groups[1].Value[0], StringComparison.Ordinal), Numerals.IndexOf(match.Groups[2].Value[0], StringComparison.Ordinal));
        return high == low + 1 || (high > low && match.Groups["to"].Length > 0) ? string.Create(CultureInfo.InvariantCulture, $"{low}{match.Groups[3].Value}-{high}{match.Groups[3].Value}") : match.Value;
    }

    private static string Join(string number, string unit, string rest)
    {
        var factor = unit is "千" or "k" or "K" ? 1_000m : 10_000m;
        var added = rest.Length == 1 ? decimal.Parse(rest, CultureInfo.InvariantCulture) * factor / 10 : decimal.Parse(rest, CultureInfo.InvariantCulture);
        return (decimal.Parse(number, CultureInfo.InvariantCulture) * factor + added).ToString("0.##", CultureInfo.InvariantCulture);
    }

    /// <summary>三千五百 is 3500, 一万二 is 12000, 一百八 is 180, 十五 is 15.</summary>
    internal static long NumberOf(string words)
    {
        long total = 0, digit = -1, last = 1, section = 0;
        foreach (var c in words)
        {
            if (Numerals.IndexOf(c, StringComparison.Ordinal) is >= 0 and var value)
            {
                digit = value;
                if (value == 0) last = 1;
                continue;
            }

            var factor = c switch { '十' => 10, '百' => 100, '千' => 1_000, _ => 10_000 };
            if (factor == 10_000) (total, section) = (total + (Math.Max(section + Math.Max(digit, 0), 1) * factor), 0);
            else section += (digit < 0 ? 1 : digit) * factor;
            (digit, last) = (-1, factor);
        }

        return total + section + (digit > 0 ? digit * Math.Max(1, last / 10) : 0);
    }

    [GeneratedRegex(@"(?<=\d)[,，'’](\d{3})(?!\d)")]
    private static partial Regex Thousands();

    /// <summary>3.000 is three thousand; 1.250元/件 and 每件1.250元 are not.</summary>
    [GeneratedRegex(@"(?<=(?<![\d.]|[件个双条只斤单价时]\s*)[1-9]\d{0,2})\.(\d{3})(?![\d.]|\s*[万千wWkK]|\s*(?:元|块)?\s*(?:/|每|一)\s*(?![天日月年周]))")]
    private static partial Regex DottedThousands();

    /// <summary>「全天220」.</summary>
    [GeneratedRegex(@"(?:一?整|全)天(?=\s*:?\s*\d)")]
    private static partial Regex WholeDay();

    [GeneratedRegex("底薪|保底|无责")]
    private static partial Regex Certain();

    /// <summary>「5 000」: a digit, a space and three more.</summary>
    [GeneratedRegex(@"(?<![\d.]|[\d.] )([1-9]) (\d{3})(?!\d)|(?<![\d.招聘需]|[\d.招聘需] )(?<t>[1-9]\d) (?<h>\d{3})(?=\s*(?:元|块))")]
    private static partial Regex SpacedThousands();

    /// <summary>3分钱 is 0.03. Without 钱 only at the end of a clause or before what it is paid for: 8分 is minutes and marks as well.</summary>
    [GeneratedRegex(@"(?<![\d.])(\d{1,2}|[一二三四五六七八九])分(?:钱|(?=\s*(?:$|[,，。;；)]|[/每一][件个只双条斤把张块套包箱袋串朵页颗粒枚])))")]
    private static partial Regex Cents();

    /// <summary>Only with a power beside it: 退伍 and 大陆 are no numbers.</summary>
    [GeneratedRegex("[壹贰叁肆伍陆柒捌玖][仟佰拾万][零壹贰叁肆伍陆柒捌玖仟佰拾万]*")]
    private static partial Regex Formal();

    /// <summary>3块5 is 3.5.</summary>
    [GeneratedRegex(@"(\d)块(\d)(?![\d.])")]
    private static partial Regex Jiao();

    /// <summary>「早8晚6，200一天」: the clock's numbers first, or 6,200 would be one.</summary>
    [GeneratedRegex(@"早上?\s*[\d一二三四五六七八九十]{1,2}\s*点?半?\s*(?:到|至|-)?\s*(?:晚上?|下午)\s*[\d一二三四五六七八九十]{1,2}\s*点?半?")]
    private static partial Regex FromTo();

    /// <summary>一块二 is 1.2, 18块五 is 18.5; 一块二百 is not.</summary>
    [GeneratedRegex("(?<![一二三四五六七八九十百千万\\d.])([一二三四五六七八九]|\\d+|[一二三四五六七八九]?十[一二三四五六七八九]?)块([一二三四五六七八九])(?![十百千万]|个?(?:天|日|月|年|小?时|钟|次|件|单|双|趟|周|班|场|人|斤|餐|顿))")]
    private static partial Regex SmallCoins();

    /// <summary>2毛5 is 0.25, 八毛 is 0.8; 「2角一个」 is 0.2 for one.</summary>
    [GeneratedRegex("([1-9一二三四五六七八九])[毛角](?:(?<one>[1一](?=[个件只双条斤把张块套包箱袋台株棵米筐串朵页]))|([1-9一二三四五六七八九])(?![个件只双条十百千万]?[\\d十百千万]))?(?:分(?![钟之]))?(?:钱)?")]
    private static partial Regex Coins();

    /// <summary>一百七八 is 170 to 180.</summary>
    [GeneratedRegex("([一二三四五六七八九])百([一二三四五六七八九])([一二三四五六七八九])(?![十百千万])")]
    private static partial Regex Tens();

    /// <summary>元/人/年 is a year's.</summary>
    [GeneratedRegex(@"/人[·/](?=[天日月年次])|(?<=[\d万千百元块]\s*)每人每?(?=[天日月年次])")]
    private static partial Regex PerPerson();

    [GeneratedRegex("万把(?:块钱?|元)?")]
    private static partial Regex AboutTenThousand();

    [GeneratedRegex("(?<![\\d一二三四五六七八九十几上数])百万元?(?!富)")]
    private static partial Regex Million();

    [GeneratedRegex(@"上午\s*(\d+)\s*(?:元|块)?\s*[,，;、\s]*下午\s*(\d+)\s*(?:元|块)?")]
    private static partial Regex Halves();

    [GeneratedRegex("(?:过|上|破|超过?)[1一]?(?:万|w(?![a-z])|W)(?:元|块)?(?!不是梦|不再是梦)")]
    private static partial Regex OverTenThousand();

    /// <summary>一天, 一个月: the numeral belongs to what follows, not to the amount before.</summary>
    [GeneratedRegex("(?<!第)一(?=个?(?:天|日|月|年|小时|钟|次|件|单|双|趟|周|班|场|人))")]
    private static partial Regex PerOne();

    /// <summary>五六千, 四到六千.</summary>
    [GeneratedRegex("(?<![十百千万\\d])([一二三四五六七八九])(?<to>[、到至-]?)([一二三四五六七八九])([千百万])(?![一二三四五六七八九])")]
    private static partial Regex Neighbours();

    [GeneratedRegex("(?<![\\d数几上])(?:[一二三四五六七八九][零一二三四五六七八九十百千万]*[十百千万][零一二三四五六七八九十百千万]*|十[一二三四五六七八九]?(?![分足全]))")]
    private static partial Regex Numeral();

    /// <summary>「百元一天」, 「百来块」, 「万元」: a power alone is one of it; 百元店 sells things.</summary>
    [GeneratedRegex("(?<![\\d数几上百千万]\\s*)([百千万])[把来]?(?:元|块钱?)(?![店商货超]|大钞)")]
    private static partial Regex LonePower();

    [GeneratedRegex(@"(\d+(?:\.\d+)?)([万千wWkK])(\d{1}|\d{3,4})(?![\d.万千百wWkK薪])")]
    private static partial Regex TrailingDigit();

    [GeneratedRegex("(?<![\\d.月])1(?=(?:个?小时|个?钟头?|天|日|个?月|年|次|件|单|趟|周|双|条)(?!\\d))")]
    private static partial Regex OneOf();

    [GeneratedRegex(@"[·*xX×]?\s*(?:发|共)?(?<n>1[2-9]|2[0-4])(?:\s*-\s*\d\d)?\s*(?:个月)?(?:薪|工资)|(?:年底|年终|年末)双薪|\(\s*(?:共|发|按|全年|一年)?发?\s*(?<n>1[3-9]|2[0-4])\s*个月\s*\)|发\s*(?<n>1[3-9]|2[0-4])\s*个月|[·*×]\s*(?<n>1[3-9])(?!\d)|年[^\d。;,]{0,3}(?:干|做|工作|上班|用工|生产|采)\s*(?<n>[1-9]|1[0-2])\s*个月")]
    private static partial Regex MonthsPaid();

    [GeneratedRegex("""
        \+\s*(?:每[人名位])?(?:提成|绩效|奖金)(?:工资)?\s*\d+(?:\.\d+)?(?:\s*-\s*\d+)?(?:元|块)?(?!\s*[/每一](?:件|单|个|票))
        |(?:全勤|餐[补费]?|饭[补贴]|伙食|房补|住房|住宿|夜班|中班|晚班|工龄|高温|话[补费]|通讯|交通|车补|油补|社保|生活|岗位|技能|学历|加班|超时|加点|延时|入职|介绍|推荐|内推|年终|节日|春节|过节|[0-9\s]*新人|暖冬|满勤|保险|补助|补贴|津贴|奖励|奖金|红包|奖|补)
        (?:奖金?|补贴|补助|津贴|费|补|红包|奖励|另算)?\s*[:为约最高达加至各]{0,3}\s*\d+(?:\.\d+)?\s*[万千百wWkK]?(?:\s*-\s*\d+(?:\.\d+)?\s*[万千百wWkK]?)?\s*(?:元|块)?\s*(?:(?:/|每|一)\s*个?(?:月|天|日|年|次|人|小时|时|晚|餐|顿|班))?
        |\d+(?:\.\d+)?\s*[万千百]?\s*(?:元|块)(?:的|现金)?(?:餐补|饭补|补贴|补助|津贴|全勤|奖金|奖励|押金|服装费|培训费|体检费|红包|高温)
        |(?:押金|保证金|培训费|服装费|体检费|报名费|中介费|会员费)[^\d,;]{0,3}\d+(?:\.\d+)?\s*(?:元|块)?
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Extra();

    [GeneratedRegex(@"(?:试用期?(?!期?(?:满|后|过|结束))|学徒期?|培训期间?|实习期?|第一个月|前三个月)(?:工资|薪资|底薪)?[^\d,;转]{0,4}\d+(?:\.\d+)?\s*[万千百]?(?:\s*-\s*\d+(?:\.\d+)?\s*[万千百]?)?\s*(?:元|块)?(?:/[月天日])?(?:\s*\()?")]
    private static partial Regex Trial();
}
